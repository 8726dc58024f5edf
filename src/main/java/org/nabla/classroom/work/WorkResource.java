package org.nabla.classroom.work;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.MarkForecast;
import org.nabla.classroom.assignment.TimedWork;
import org.nabla.classroom.listing.AddressedAssignment;
import org.nabla.classroom.listing.AssignmentForm;
import org.nabla.classroom.listing.AssignmentFormPage;
import org.nabla.classroom.listing.ChangesPages;
import org.nabla.classroom.marking.Extension;
import org.nabla.classroom.marking.MarkOverride;
import org.nabla.classroom.marking.Shares;
import org.nabla.classroom.marking.Timing;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.problemset.Fields;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.form.FormErrors;

/** One learner's work in an assignment, for a teacher: their attempts, more time for them, and another mark with its reason. */
@Path("/courses/{course}/assignments/{number}/learners/{learner}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class WorkResource {
    private static final int CONFLICT = 409;
    private static final double MOST_POINTS = 99_999;

    private static final Map<String, String> NOTICES = Map.of(
            "extended", "More time is given. Marks follow.",
            "ended", "The times of all hold again.",
            "minutes", "More minutes are given, from now on.",
            "overridden", "The mark is set. The computed one stays beside it.",
            "computed", "The computed mark counts again.");

    @CheckedTemplate(basePath = "classroom/assignment")
    static class Templates {
        static native TemplateInstance work(WorkPage page, FormErrors errors);
    }

    private final CourseAccess access;
    private final CoursePeople people;
    private final AssignmentService assignments;
    private final ExtensionReading extensions;
    private final WorkPages pages;
    private final MarkForecast forecast;
    private final ChangesPages changes;
    private final TimedWork timed;

    WorkResource(
            CourseAccess access,
            CoursePeople people,
            AssignmentService assignments,
            ExtensionReading extensions,
            WorkPages pages,
            MarkForecast forecast,
            ChangesPages changes,
            TimedWork timed) {
        this.timed = timed;
        this.access = access;
        this.people = people;
        this.assignments = assignments;
        this.extensions = extensions;
        this.pages = pages;
        this.forecast = forecast;
        this.changes = changes;
    }

    private record Found(Seat seat, Assignment assignment, Enrolled learner) {
        String address() {
            return assignment.address() + "/learners/" + learner.id();
        }
    }

    @GET
    public TemplateInstance show(
            @RestPath String course,
            @RestPath String number,
            @RestPath String learner,
            @RestQuery @Nullable String done) {
        var found = find(access.marker(course), number, learner);
        return page(found, FormErrors.none(), NOTICES.getOrDefault(done == null ? "" : done, ""));
    }

    /** Gives more time, or takes it back. What that does to marks is shown first. */
    @POST
    @Path("/extension")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response extend(
            @RestPath String course,
            @RestPath String number,
            @RestPath String learner,
            MultivaluedMap<String, String> typed) {
        var found = find(access.teacher(course).inUse(), number, learner);
        var form = AssignmentForm.of(typed);
        var times = new WorkPage.Times(form.of("due"), form.of("closes"), form.of("reason"), "", "");
        if (isOld(found, form)) {
            return second(found, times);
        }
        var ends = form.is("action", "end");
        var errors = FormErrors.none();
        var extension = ends
                ? Optional.<Extension>empty()
                : extensions.read(
                        found.seat(),
                        found.assignment(),
                        found.learner().id(),
                        new ExtensionReading.Typed(form.of("due"), form.of("closes"), form.of("reason")),
                        errors);
        if (!errors.isEmpty()) {
            return refused(page(found, times, errors, ""), AssignmentFormPage.UNPROCESSABLE);
        }
        var seat = found.seat();
        var asked = new ChangesPages.Asked(
                ends
                        ? "The times of all for " + found.learner().name()
                        : "More time for " + found.learner().name(),
                found.address() + "/extension",
                found.address(),
                form.typed());
        var moves = forecast.ofExtension(found.assignment(), found.learner().id(), extension, seat.zone());
        return changes.ask(seat, found.assignment(), asked, moves).orElseGet(() -> {
            extension.ifPresentOrElse(
                    given -> assignments.extend(
                            seat, found.assignment(), found.learner().id(), given),
                    () -> assignments.endExtension(
                            seat, found.assignment(), found.learner().id()));
            return back(found, ends ? "ended" : "extended");
        });
    }

    /** Sets a mark by hand, excuses, or lets the computed mark count again. */
    @POST
    @Path("/mark")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response override(
            @RestPath String course,
            @RestPath String number,
            @RestPath String learner,
            MultivaluedMap<String, String> typed) {
        var found = find(access.marker(course).inUse(), number, learner);
        var form = AssignmentForm.of(typed);
        var now = pages.times(found.seat(), found.assignment(), found.learner());
        var times = new WorkPage.Times(now.due(), now.closes(), "", form.of("points"), form.of("why"));
        if (isOld(found, form)) {
            return second(found, times);
        }
        if (form.is("action", "end")) {
            assignments.endOverride(
                    found.seat(), found.assignment(), found.learner().id());
            return back(found, "computed");
        }
        var excuses = form.is("action", "excuse");
        var errors = FormErrors.none();
        var because = ExtensionReading.reason(form.of("why"), "why", errors);
        var worth = excuses ? Optional.<Double>empty() : points(found, form, errors);
        if (!errors.isEmpty()) {
            return refused(page(found, times, errors, ""), AssignmentFormPage.UNPROCESSABLE);
        }
        assignments.override(found.seat(), found.assignment(), found.learner().id(), new MarkOverride(worth, because));
        return back(found, "overridden");
    }

    /** Gives somebody who has started so many minutes from now. */
    @POST
    @Path("/minutes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response minutes(
            @RestPath String course,
            @RestPath String number,
            @RestPath String learner,
            MultivaluedMap<String, String> typed) {
        var found = find(access.teacher(course).inUse(), number, learner);
        var minutes = Fields.whole(AssignmentForm.of(typed).of("minutes"), 1, Timing.MOST_MINUTES);
        var given = minutes.isPresent()
                && timed.give(found.seat(), found.assignment(), found.learner().id(), minutes.getAsInt());
        if (!given) {
            var why = minutes.isPresent()
                    ? "They have not started: their time begins when they do."
                    : "Type a number of minutes from 1 to " + Timing.MOST_MINUTES + ".";
            return refused(page(found, FormErrors.of("minutes", why), ""), AssignmentFormPage.UNPROCESSABLE);
        }
        return back(found, "minutes");
    }

    private static Optional<Double> points(Found found, AssignmentForm form, FormErrors errors) {
        var most = found.assignment().points();
        var points = Fields.decimal(form.of("points"), 0, MOST_POINTS);
        if (points.isEmpty()) {
            errors.add("points", "Type a number of points from 0 to " + Shares.plain(most) + ".");
        } else if (points.get() > most && form.of("bonus").isEmpty()) {
            errors.add(
                    "points",
                    "That is more than the %s that can be had. If you mean it, tick “bonus”."
                            .formatted(Words.points(most)));
        }
        return points;
    }

    /** Whether somebody else has given more time or set a mark since the page was made. */
    private boolean isOld(Found found, AssignmentForm form) {
        var seen = form.of("seen");
        return !seen.isEmpty() && !seen.equals(pages.seen(found.assignment(), found.learner()));
    }

    private Response second(Found found, WorkPage.Times times) {
        var said =
                "Somebody else has given more time or set a mark since you opened this page: what holds now stands above."
                        + " Nothing of yours was saved; what you typed is still here.";
        return refused(page(found, times, FormErrors.none(), said), CONFLICT);
    }

    private Found find(Seat seat, String number, String learner) {
        var assignment = AddressedAssignment.find(assignments, seat, number);
        var id = Fields.number(learner);
        return people.learners(seat).stream()
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

    private static Response refused(TemplateInstance page, int status) {
        return Response.status(status).entity(page).build();
    }

    private static Response back(Found found, String done) {
        return Response.seeOther(URI.create(found.address() + "?done=" + done)).build();
    }
}
