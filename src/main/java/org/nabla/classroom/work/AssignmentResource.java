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
import java.time.Instant;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.MarkForecast;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.assignment.TimedWork;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.listing.AddressedAssignment;
import org.nabla.classroom.listing.AssignmentForm;
import org.nabla.classroom.listing.AssignmentFormPage;
import org.nabla.classroom.listing.ChangesPages;
import org.nabla.classroom.listing.LearnerPage;
import org.nabla.classroom.problemset.Fields;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.form.FormErrors;

/** One assignment: for a learner the list of its exercises, for a teacher who is where; and its rules. */
@Path("/courses/{course}/assignments/{number}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class AssignmentResource {
    private static final Map<String, String> NOTICES = Map.of(
            "given", "The assignment is given. Learners see it on the page of the course from its opening time on.",
            "saved", "Saved. Marks follow the new rules.",
            "sections", "Saved. Marks follow the dates of the sections.",
            "late-day", "One late day is spent: the new date holds.",
            "late-day-back", "The late day is taken back.");

    @CheckedTemplate(basePath = "classroom/assignment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance assignment(TeacherPage page);

        static native TemplateInstance assignmentAsLearner(LearnerPage page);
    }

    private final CourseAccess access;
    private final AssignmentService assignments;
    private final WorkService work;
    private final LearnerPages forLearners;
    private final TeacherPages forTeachers;
    private final MarkForecast forecast;
    private final ChangesPages changes;
    private final TimedWork timed;

    AssignmentResource(
            CourseAccess access,
            AssignmentService assignments,
            WorkService work,
            LearnerPages forLearners,
            TeacherPages forTeachers,
            MarkForecast forecast,
            ChangesPages changes,
            TimedWork timed) {
        this.timed = timed;
        this.access = access;
        this.assignments = assignments;
        this.work = work;
        this.forLearners = forLearners;
        this.forTeachers = forTeachers;
        this.forecast = forecast;
        this.changes = changes;
    }

    @GET
    public TemplateInstance show(@RestPath String course, @RestPath String number, @RestQuery @Nullable String done) {
        var seat = access.member(course);
        var assignment = AddressedAssignment.find(assignments, seat, number);
        return seat.marks()
                ? Templates.assignment(
                        forTeachers.of(seat, assignment, NOTICES.getOrDefault(done == null ? "" : done, "")))
                : Templates.assignmentAsLearner(
                        forLearners.of(seat, assignment, NOTICES.getOrDefault(done == null ? "" : done, "")));
    }

    /** A learner starts the clock; who has started already goes on. */
    @POST
    @Path("/start")
    public Response start(@RestPath String course, @RestPath String number) {
        var seat = access.learner(course).inUse();
        var assignment = AddressedAssignment.find(assignments, seat, number);
        var runs = !assignment.rules().timing().timed() || timed.start(assignment, seat);
        var first = assignment.order(seat.user()).stream()
                .findFirst()
                .filter(problem -> runs)
                .map(problem -> "/problems/" + problem.position())
                .orElse("");
        return Response.seeOther(URI.create(assignment.address() + first)).build();
    }

    @GET
    @Path("/rules")
    public TemplateInstance rules(@RestPath String course, @RestPath String number) {
        var seat = access.teacher(course).inUse();
        var assignment = AddressedAssignment.find(assignments, seat, number);
        return page(seat, assignment, AssignmentForm.of(assignment.rules(), seat.zone()))
                .shown(FormErrors.none());
    }

    @POST
    @Path("/rules")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestPath String course, @RestPath String number, MultivaluedMap<String, String> typed) {
        var seat = access.teacher(course).inUse();
        var assignment = AddressedAssignment.find(assignments, seat, number);
        var form = AssignmentForm.of(typed);
        var errors = FormErrors.none();
        var rules = form.read(seat.zone(), errors);
        if (rules.isPresent() && rules.get().ownVariants() != assignment.rules().ownVariants() && begun(assignment)) {
            errors.add("variants", "Somebody has begun: whose numbers are whose stays as it is.");
        }
        var now = AssignmentForm.of(assignment.rules(), seat.zone());
        if (!form.of("seen").isEmpty() && !form.of("seen").equals(now.fingerprint())) {
            errors.add(
                    "set",
                    "Somebody else has changed these rules since you opened this page: it is now due %s and closes %s. What you typed is still here; save again to put it in place of theirs."
                            .formatted(
                                    moment(assignment.rules().dueAt(), seat),
                                    moment(assignment.rules().closesAt(), seat)));
            return refused(seat, assignment, form, errors, 409);
        }
        if (rules.isEmpty() || !errors.isEmpty()) {
            return refused(seat, assignment, form, errors, AssignmentFormPage.UNPROCESSABLE);
        }
        var asked = new ChangesPages.Asked(
                "New rules of " + assignment.title(),
                assignment.address() + "/rules",
                assignment.address() + "/rules",
                form.typed());
        return changes.ask(seat, assignment, asked, forecast.ofRules(assignment, rules.get(), seat.zone()))
                .orElseGet(() -> assignments
                        .change(seat, assignment, rules.get())
                        .map(why -> refused(seat, assignment, form, FormErrors.of("set", why), 409))
                        .orElseGet(() -> Response.seeOther(URI.create(assignment.address() + "?done=saved"))
                                .build()));
    }

    private Response refused(Seat seat, Assignment assignment, AssignmentForm form, FormErrors errors, int status) {
        return Response.status(status)
                .entity(page(seat, assignment, form).shown(errors))
                .build();
    }

    private static String moment(Instant at, Seat seat) {
        return CourseMoment.of(at, seat.zone()).text();
    }

    private boolean begun(Assignment assignment) {
        return !work.standings(assignment).isEmpty();
    }

    private AssignmentFormPage page(Seat seat, Assignment assignment, AssignmentForm form) {
        return new AssignmentFormPage(
                seat,
                assignment.address() + "/rules",
                "",
                "Rules of " + assignment.title(),
                "When you change times or rules, all marks are computed anew from the attempts; you see first which ones change.",
                form,
                AssignmentForm.of(assignment.rules(), seat.zone()).fingerprint(),
                begun(assignment) ? "" : assignment.address() + "/withdraw");
    }

    static Problem problem(Assignment assignment, String position) {
        return assignment.problem((int) Fields.number(position)).orElseThrow(NotFoundException::new);
    }
}
