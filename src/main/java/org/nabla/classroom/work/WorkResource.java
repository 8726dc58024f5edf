package org.nabla.classroom.work;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CoursePeople;
import org.nabla.classroom.Enrolled;
import org.nabla.classroom.Seat;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.marking.CourseTime;
import org.nabla.classroom.marking.Extension;
import org.nabla.classroom.marking.MarkOverride;
import org.nabla.classroom.problemset.Fields;
import org.nabla.web.FormErrors;

/** One learner's work in an assignment, for a teacher: their attempts, more time for them, and another mark with its reason. */
@Path("/courses/{course}/assignments/{number}/learners/{learner}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class WorkResource {
    private static final int LONGEST_REASON = 300;
    private static final double MOST_POINTS = 99_999;

    private static final Map<String, String> NOTICES = Map.of(
            "extended", "More time is given. Marks follow.",
            "ended", "The times of all hold again.",
            "overridden", "The mark is set. The computed one stays beside it.",
            "computed", "The computed mark counts again.");

    @CheckedTemplate(basePath = "classroom/assignment")
    static class Templates {
        static native TemplateInstance work(WorkPage page, FormErrors errors);
    }

    private final CourseAccess access;
    private final CoursePeople people;
    private final AssignmentService assignments;
    private final WorkPages pages;

    WorkResource(CourseAccess access, CoursePeople people, AssignmentService assignments, WorkPages pages) {
        this.access = access;
        this.people = people;
        this.assignments = assignments;
        this.pages = pages;
    }

    private record Found(Seat seat, Assignment assignment, Enrolled learner) {}

    @GET
    public TemplateInstance show(
            @RestPath String course,
            @RestPath String number,
            @RestPath String learner,
            @RestQuery @Nullable String done) {
        var found = find(access.teacher(course), number, learner);
        return page(found, FormErrors.none(), NOTICES.getOrDefault(done == null ? "" : done, ""));
    }

    /** Gives more time, or takes it back. */
    @POST
    @Path("/extension")
    public Response extend(
            @RestPath String course,
            @RestPath String number,
            @RestPath String learner,
            @RestForm @DefaultValue("") String action,
            @RestForm @DefaultValue("") String due,
            @RestForm @DefaultValue("") String closes,
            @RestForm @DefaultValue("") String reason) {
        var found = find(access.teacher(course).inUse(), number, learner);
        if (action.equals("end")) {
            assignments.endExtension(
                    found.seat(), found.assignment(), found.learner().id());
            return back(found, "ended");
        }
        var errors = FormErrors.none();
        var extension = extension(found, due, closes, Fields.line(reason), errors);
        if (extension.isEmpty()) {
            return refused(page(found, new WorkPage.Times(due, closes), errors, ""));
        }
        assignments.extend(found.seat(), found.assignment(), found.learner().id(), extension.get());
        return back(found, "extended");
    }

    /** Sets a mark by hand, excuses, or lets the computed mark count again. */
    @POST
    @Path("/mark")
    public Response override(
            @RestPath String course,
            @RestPath String number,
            @RestPath String learner,
            @RestForm @DefaultValue("") String action,
            @RestForm @DefaultValue("") String points,
            @RestForm @DefaultValue("") String why) {
        var found = find(access.teacher(course).inUse(), number, learner);
        if (action.equals("end")) {
            assignments.endOverride(
                    found.seat(), found.assignment(), found.learner().id());
            return back(found, "computed");
        }
        var errors = FormErrors.none();
        var because = reason(Fields.line(why), "why", errors);
        var worth = action.equals("excuse") ? Optional.<Double>empty() : Fields.decimal(points, 0, MOST_POINTS);
        if (worth.isEmpty() && !action.equals("excuse")) {
            errors.add("points", "Type a number of points, 0 or more.");
        }
        if (!errors.isEmpty()) {
            return refused(page(found, errors, ""));
        }
        assignments.override(found.seat(), found.assignment(), found.learner().id(), new MarkOverride(worth, because));
        return back(found, "overridden");
    }

    private static Optional<Extension> extension(
            Found found, String due, String closes, String reason, FormErrors errors) {
        try {
            var zone = found.seat().zone();
            var until = CourseTime.parse(due, zone, CourseTime.Twice.SECOND);
            var end = closes.isBlank() ? until : CourseTime.parse(closes, zone, CourseTime.Twice.SECOND);
            if (!until.isAfter(found.assignment().rules().opensAt())) {
                errors.add("due", "It must be due after it opens.");
            }
            if (end.isBefore(until)) {
                end = until; // moved on alone: then nothing late is taken
            }
            var why = reason(reason, "reason", errors);
            return errors.isEmpty() ? Optional.of(new Extension(until, end, why)) : Optional.empty();
        } catch (CourseTime.Refused e) {
            errors.add("due", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static String reason(String reason, String field, FormErrors errors) {
        if (reason.isEmpty()) {
            errors.add(field, "Say why: you and your co-teachers will want to know later.");
        } else if (reason.length() > LONGEST_REASON) {
            errors.add(field, "Take at most " + LONGEST_REASON + " characters.");
        }
        return reason;
    }

    private Found find(Seat seat, String number, String learner) {
        var assignment = AssignmentResource.find(assignments, seat, number);
        var id = Fields.number(learner);
        return people.learners(seat.course()).stream()
                .filter(l -> l.id().value() == id)
                .findFirst()
                .map(l -> new Found(seat, assignment, l))
                .orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(Found found, FormErrors errors, String notice) {
        return page(found, pages.times(found.seat(), found.assignment(), found.learner()), errors, notice);
    }

    private TemplateInstance page(Found found, WorkPage.Times times, FormErrors errors, String notice) {
        return Templates.work(pages.of(found.seat(), found.assignment(), found.learner(), times, notice), errors);
    }

    private static Response refused(TemplateInstance page) {
        return Response.status(AssignmentsResource.UNPROCESSABLE).entity(page).build();
    }

    private static Response back(Found found, String done) {
        return Response.seeOther(URI.create(found.assignment().address() + "/learners/"
                        + found.learner().id() + "?done=" + done))
                .build();
    }
}
