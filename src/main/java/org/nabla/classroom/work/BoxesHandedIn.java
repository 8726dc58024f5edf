package org.nabla.classroom.work;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.AcceptedAnswers;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.Drafts;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.assignment.TimedWork;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.seat.SeatRepository;
import org.nabla.practice.desk.ExerciseDesk;

/** Hands in what stands in the boxes of those whose time is over: they were told so before they started. */
@Singleton
class BoxesHandedIn {
    private final TimedWork timed;
    private final Drafts drafts;
    private final SeatRepository seats;
    private final AssignmentService assignments;
    private final WorkService work;
    private final AcceptedAnswers accepted;
    private final ExerciseDesk desk;
    private final Clock clock;

    BoxesHandedIn(
            TimedWork timed,
            Drafts drafts,
            SeatRepository seats,
            AssignmentService assignments,
            WorkService work,
            AcceptedAnswers accepted,
            ExerciseDesk desk,
            Clock clock) {
        this.timed = timed;
        this.drafts = drafts;
        this.seats = seats;
        this.assignments = assignments;
        this.work = work;
        this.accepted = accepted;
        this.desk = desk;
        this.clock = clock;
    }

    @Scheduled(
            every = "${nabla.classroom.finish-every:5s}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void finishAll() {
        for (var over : timed.over()) {
            try {
                finish(over);
            } catch (RuntimeException e) {
                // It is tried again in the next turn; the others do not wait for it.
                Log.errorf(
                        e,
                        "what stood in the boxes of assignment %d could not be handed in",
                        over.assignment().id());
            }
        }
    }

    /** The same for one learner, at once. */
    void finish(Assignment assignment, UserId learner) {
        finish(new TimedWork.Over(assignment, learner));
    }

    /** Two instances may do this at the same time: each box is handed in under a name of its own, once. */
    private void finish(TimedWork.Over over) {
        for (var problem : over.assignment().problems()) {
            drafts.find(problem, over.learner())
                    .filter(draft -> isNews(problem, over.learner(), draft.typed()))
                    .ifPresent(draft -> handIn(over.assignment(), problem, over.learner(), draft));
        }
        timed.finished(over);
    }

    /** Whether it is not what they handed in themselves. */
    private boolean isNews(Problem problem, UserId learner, Map<String, String> typed) {
        return typed.values().stream().anyMatch(text -> !text.isBlank())
                && !typed.equals(work.latestTyped(problem, learner));
    }

    private void handIn(Assignment assignment, Problem problem, UserId learner, Drafts.Draft draft) {
        var seat = seats.find(assignment.course(), learner);
        var exercise = QuarkusTransaction.joiningExisting().call(() -> work.opened(problem, learner));
        if (seat.isEmpty() || exercise.isEmpty()) {
            return; // who left the course hands in no more
        }
        var occasion = new AssignmentOccasion(
                        new AssignmentOccasion.Place(seat.get(), assignment, problem),
                        assignments,
                        work,
                        timed,
                        drafts,
                        clock)
                .typedAt(draft.savedAt());
        desk.handIn(
                learner,
                accepted.at(problem, exercise.get()),
                occasion,
                name(problem, learner, draft.typed()),
                draft.typed());
    }

    private static UUID name(Problem problem, UserId learner, Map<String, String> typed) {
        var text = "boxes " + problem.id() + " " + learner.value() + " " + new TreeMap<>(typed);
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
