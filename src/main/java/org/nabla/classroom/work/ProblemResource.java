package org.nabla.classroom.work;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.Seat;
import org.nabla.classroom.assignment.AcceptedAnswers;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.Drafts;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.assignment.TimedWork;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.marking.TimedRun;
import org.nabla.practice.ExerciseDesk;
import org.nabla.practice.KeptAnswers;
import org.nabla.practice.Occasion;
import org.nabla.progress.StoredExercise;
import org.nabla.web.Refusal;

/** A learner's exercise of an assignment: the page of an exercise under the rules of the assignment. */
@Path("/courses/{course}/assignments/{number}/problems/{position}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ProblemResource {
    private final CourseAccess access;
    private final AssignmentService assignments;
    private final WorkService work;
    private final AcceptedAnswers accepted;
    private final ExerciseDesk desk;
    private final TimedWork timed;
    private final Drafts drafts;
    private final BoxesHandedIn boxes;
    private final Clock clock;

    ProblemResource(
            CourseAccess access,
            AssignmentService assignments,
            WorkService work,
            AcceptedAnswers accepted,
            ExerciseDesk desk,
            TimedWork timed,
            Drafts drafts,
            BoxesHandedIn boxes,
            Clock clock) {
        this.boxes = boxes;
        this.timed = timed;
        this.drafts = drafts;
        this.access = access;
        this.assignments = assignments;
        this.work = work;
        this.accepted = accepted;
        this.desk = desk;
        this.clock = clock;
    }

    /** A learner at their exercise. */
    private record Sitting(
            StoredExercise exercise, Occasion occasion, Assignment assignment, Problem problem, UserId learner) {}

    @GET
    public TemplateInstance show(
            @RestPath String course,
            @RestPath String number,
            @RestPath String position,
            @RestQuery("attempt") @Nullable String attempt,
            @RestQuery @Nullable String kept,
            @Context UriInfo address) {
        var sitting = sit(course, number, position, address.getQueryParameters());
        if (kept != null) {
            return desk.showKept(sitting.exercise(), sitting.occasion(), address.getQueryParameters());
        }
        return desk.show(sitting.exercise(), sitting.occasion(), attempt);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @RestPath String course,
            @RestPath String number,
            @RestPath String position,
            @RestHeader("HX-Request") boolean fromScript,
            MultivaluedMap<String, String> form) {
        var sitting = sit(course, number, position, form);
        return desk.answer(sitting.exercise(), sitting.occasion(), form, fromScript);
    }

    @POST
    @Path("/help")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance help(
            @RestPath String course,
            @RestPath String number,
            @RestPath String position,
            @RestHeader("HX-Request") boolean fromScript,
            MultivaluedMap<String, String> form) {
        var sitting = sit(course, number, position, form);
        return desk.help(sitting.exercise(), sitting.occasion(), form, fromScript);
    }

    @POST
    @Path("/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance reading(
            @RestPath String course,
            @RestPath String number,
            @RestPath String position,
            @RestQuery String part,
            MultivaluedMap<String, String> form) {
        return desk.reading(sit(course, number, position, form).exercise().exercise(), part, form);
    }

    /** Keeps what stands in the boxes, without handing it in. For a script nothing comes back but that it is kept. */
    @POST
    @Path("/draft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response draft(
            @RestPath String course,
            @RestPath String number,
            @RestPath String position,
            @RestHeader("HX-Request") boolean fromScript,
            MultivaluedMap<String, String> form) {
        var sitting = sit(course, number, position, form);
        var rules = sitting.occasion().rules();
        if (!rules.drafts()) {
            var said = rules.closed().isBlank() ? "Nothing is kept as a draft here." : late(sitting, form);
            return Response.status(Response.Status.CONFLICT)
                    .type(fromScript ? MediaType.TEXT_PLAIN : MediaType.TEXT_HTML)
                    .entity(fromScript ? said : desk.showKept(sitting.exercise(), sitting.occasion(), form))
                    .build();
        }
        drafts.save(sitting.problem(), sitting.learner(), desk.boxes(sitting.exercise(), form), clock.instant());
        return fromScript
                ? Response.noContent().build()
                : Response.seeOther(URI.create(rules.address() + "?drafted=yes#work"))
                        .build();
    }

    /** What arrives when the time is over counts no more, but is not lost: the teacher sees it. */
    private String late(Sitting sitting, MultivaluedMap<String, String> form) {
        var over = timed.of(sitting.assignment(), sitting.learner())
                .filter(course -> course.ends().plus(TimedRun.GRACE).isBefore(clock.instant()));
        if (over.isEmpty()) {
            return sitting.occasion().rules().closed();
        }
        // First what was there in time, so that this does not take its place.
        boxes.finish(sitting.assignment(), sitting.learner());
        drafts.save(sitting.problem(), sitting.learner(), desk.boxes(sitting.exercise(), form), clock.instant());
        return "Your time was over when this arrived. It is kept and your teacher can see it, but it does not count by itself.";
    }

    /** @param typed what goes through the door with them if their session has ended */
    private Sitting sit(String course, String number, String position, MultivaluedMap<String, String> typed) {
        var exerciseAddress = "/courses/%s/assignments/%s/problems/%s".formatted(course, number, position);
        var seat = access.learner(course, KeptAnswers.address(exerciseAddress, typed));
        var assignment = AssignmentResource.find(assignments, seat, number);
        var problem = AssignmentResource.problem(assignment, position);
        var terms = assignments.terms(assignment, seat.user());
        if (terms.at(clock.instant()) == Terms.Phase.COMING) {
            throw notYet(seat, terms);
        }
        if (timed.waits(assignment, seat.user())
                && (terms.at(clock.instant()) != Terms.Phase.CLOSED || !assignments.isTold(assignment))) {
            // Nobody sees the exercises before their time runs.
            throw new RedirectionException(Response.Status.SEE_OTHER, URI.create(assignment.address()));
        }
        var exercise = work.open(assignment, problem, seat.user()).orElseThrow(() -> notMade(seat, number));
        return new Sitting(
                accepted.at(problem.id(), exercise),
                new AssignmentOccasion(seat, assignment, problem, assignments, work, timed, drafts, clock),
                assignment,
                problem,
                seat.user());
    }

    /** Nobody else begins an assignment that is being withdrawn in the same moment. */
    private Refusal notMade(Seat seat, String number) {
        AssignmentResource.find(assignments, seat, number);
        return new Refusal(
                Response.Status.SERVICE_UNAVAILABLE,
                "This exercise cannot be made just now",
                "Go on with another one of the list, and tell your teacher if it stays so.");
    }

    private static Refusal notYet(Seat seat, Terms terms) {
        return new Refusal(
                Response.Status.FORBIDDEN,
                "This assignment is not open yet",
                "It opens %s (%s)."
                        .formatted(
                                CourseMoment.of(terms.opens(), seat.zone()).text(),
                                CourseMoment.zoneName(seat.zone())));
    }
}
