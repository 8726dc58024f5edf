package org.nabla.classroom.work;

import jakarta.inject.Singleton;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.AcceptedAnswers;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.Drafts;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.assignment.TimedWork;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.listing.AddressedAssignment;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.seat.Seat;
import org.nabla.practice.desk.KeptAnswers;
import org.nabla.practice.desk.Occasion;
import org.nabla.progress.store.StoredExercise;
import org.nabla.web.trouble.Refusal;

/** Seats a learner at their exercise of an assignment, or says why they may not sit there now. */
@Singleton
class Sittings {
    private final CourseAccess access;
    private final AssignmentService assignments;
    private final WorkService work;
    private final AcceptedAnswers accepted;
    private final TimedWork timed;
    private final Drafts drafts;
    private final Clock clock;

    Sittings(
            CourseAccess access,
            AssignmentService assignments,
            WorkService work,
            AcceptedAnswers accepted,
            TimedWork timed,
            Drafts drafts,
            Clock clock) {
        this.access = access;
        this.assignments = assignments;
        this.work = work;
        this.accepted = accepted;
        this.timed = timed;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** A learner at their exercise. */
    record Sitting(
            StoredExercise exercise, Occasion occasion, Assignment assignment, Problem problem, UserId learner) {}

    /** @param typed what goes through the door with them if their session has ended */
    Sitting of(String course, String number, String position, MultivaluedMap<String, String> typed) {
        var exerciseAddress = "/courses/%s/assignments/%s/problems/%s".formatted(course, number, position);
        var seat = access.learner(course, KeptAnswers.address(exerciseAddress, typed));
        var assignment = AddressedAssignment.find(assignments, seat, number);
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
                accepted.at(problem, exercise),
                new AssignmentOccasion(
                        new AssignmentOccasion.Place(seat, assignment, problem),
                        assignments,
                        work,
                        timed,
                        drafts,
                        clock),
                assignment,
                problem,
                seat.user());
    }

    /** Nobody else begins an assignment that is being withdrawn in the same moment. */
    private Refusal notMade(Seat seat, String number) {
        AddressedAssignment.find(assignments, seat, number);
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
