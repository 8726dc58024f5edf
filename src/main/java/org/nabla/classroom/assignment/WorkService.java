package org.nabla.classroom.assignment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.Attempted;
import org.nabla.classroom.marking.Standing;
import org.nabla.grading.Outcome;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;

/** What a learner does in an assignment: finds their exercises, and hands in their answers. */
@Singleton
public class WorkService {
    private final WorkRepository work;
    private final AssignmentService assignments;
    private final ExerciseStore exercises;
    private final DrawnRepository drawn;
    private final ExerciseDraw draw;
    private final AssignmentPreparation preparation;
    private final Clock clock;

    WorkService(
            WorkRepository work,
            AssignmentService assignments,
            ExerciseStore exercises,
            DrawnRepository drawn,
            ExerciseDraw draw,
            AssignmentPreparation preparation,
            Clock clock) {
        this.work = work;
        this.assignments = assignments;
        this.exercises = exercises;
        this.drawn = drawn;
        this.draw = draw;
        this.preparation = preparation;
        this.clock = clock;
    }

    /**
     * The exercise of a learner at a problem: theirs from when they first open it, and the same ever after.
     *
     * @return empty where the template is gone, or makes no exercises any more
     */
    public Optional<StoredExercise> open(Assignment assignment, Problem problem, UserId learner) {
        var known = QuarkusTransaction.joiningExisting().call(() -> work.exercise(problem.id(), learner));
        if (known.isPresent()) {
            return known.flatMap(exercises::find);
        }
        // Outside any transaction: it may have to be made first.
        var chosen = assignment.rules().ownVariants()
                ? drawn(problem, learner).or(() -> draw.draw(problem.template(), learner, assignment.key()))
                : preparation.shared(assignment, problem).flatMap(exercises::find);
        return chosen.flatMap(exercise -> {
            var kept = QuarkusTransaction.joiningExisting().call(() -> {
                // Where it is being withdrawn this waits, and then keeps nothing.
                if (assignments.stands(assignment.course(), assignment.id())) {
                    work.assign(problem, learner, exercise.id(), clock.instant());
                }
                return work.exercise(problem.id(), learner);
            });
            return kept.flatMap(exercises::find);
        });
    }

    /** What was drawn ahead, in the present version of its template: nobody has seen it yet. */
    private Optional<StoredExercise> drawn(Problem problem, UserId learner) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> drawn.drawn(problem.id(), learner))
                .flatMap(exercises::find)
                .map(StoredExercise::exercise)
                .flatMap(exercise -> exercises.find(exercise.template(), exercise.seed()));
    }

    /** Belongs to the transaction that writes the attempt. */
    @Transactional
    public void handIn(Assignment assignment, Problem problem, UserId learner, GradedAttempt attempt, ZoneId zone) {
        handIn(assignment, problem, learner, attempt, Optional.empty(), zone);
    }

    /** The same. @param typedAt when it was typed, where that counts and not when it arrived */
    @Transactional
    public void handIn(
            Assignment assignment,
            Problem problem,
            UserId learner,
            GradedAttempt attempt,
            Optional<Instant> typedAt,
            ZoneId zone) {
        work.handIn(problem.id(), learner, attempt, typedAt);
        work.answered(problem.id(), learner, typedAt.orElse(attempt.submittedAt()));
        assignments.mark(assignment, problem, learner, zone);
    }

    /** What was just handed in was answered before: it costs nothing a second time. In the same transaction. */
    @Transactional
    public void repeated(Assignment assignment, Problem problem, UserId learner, UUID submission, ZoneId zone) {
        work.repeated(learner, submission);
        assignments.mark(assignment, problem, learner, zone);
    }

    @Transactional
    public Optional<UUID> latest(Problem problem, UserId learner) {
        return work.latest(problem.id(), learner);
    }

    /** The exercise that a learner has opened at a problem; empty where they have not. */
    @Transactional
    public Optional<StoredExercise> opened(Problem problem, UserId learner) {
        return work.exercise(problem.id(), learner).flatMap(exercises::find);
    }

    /** What a learner typed in the last form that they sent at a problem, by part. */
    @Transactional
    public Map<String, String> latestTyped(Problem problem, UserId learner) {
        return work.latestTyped(problem.id(), learner);
    }

    /** What a teacher's regrading made of the latest answer; empty where its own verdict counts. */
    @Transactional
    public Optional<Outcome> regraded(Problem problem, UserId learner) {
        return work.regraded(problem.id(), learner);
    }

    @Transactional
    public Optional<Standing> standing(Problem problem, UserId learner) {
        return work.standing(problem.id(), learner);
    }

    /** All that a learner typed in an assignment, in the order in which they did. */
    @Transactional
    public List<WorkRepository.Typed> typed(Assignment assignment, UserId learner) {
        return work.typed(assignment.id(), learner);
    }

    /** The attempts of a learner at a problem by the forms that were sent, from first to last. */
    @Transactional
    public Map<UUID, Attempted> tries(long problem, UserId learner) {
        return work.tries(problem, learner);
    }

    public Optional<StoredExercise> exercise(long id) {
        return exercises.find(id);
    }

    /** Where everybody is who has opened something of an assignment, as the course has it. */
    @Transactional
    public List<Standing> standings(Assignment assignment) {
        return work.carried(assignment.key());
    }

    /** Where one learner is, in all assignments of a course. */
    @Transactional
    public List<Standing> standings(long course, UserId learner) {
        return work.standings(course, learner);
    }
}
