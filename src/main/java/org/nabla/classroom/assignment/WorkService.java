package org.nabla.classroom.assignment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.Attempted;
import org.nabla.classroom.marking.Standing;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.ExerciseStore;
import org.nabla.progress.GradedAttempt;
import org.nabla.progress.StoredExercise;

/** What a learner does in an assignment: finds his exercises, and hands in his answers. */
@ApplicationScoped
public class WorkService {
    /** How often another variant is tried: one cannot be made, or the learner knows it. */
    private static final int LOOKS = 8;

    private final WorkRepository work;
    private final AssignmentService assignments;
    private final ExerciseStore exercises;
    private final RandomGenerator chance;
    private final Clock clock;

    WorkService(
            WorkRepository work,
            AssignmentService assignments,
            ExerciseStore exercises,
            RandomGenerator chance,
            Clock clock) {
        this.work = work;
        this.assignments = assignments;
        this.exercises = exercises;
        this.chance = chance;
        this.clock = clock;
    }

    /**
     * The exercise of a learner at a problem: chosen when he first opens it, and the same ever after.
     *
     * @return empty where the template is gone, or makes no exercises any more
     */
    public Optional<StoredExercise> open(Problem problem, UserId learner) {
        var known = QuarkusTransaction.joiningExisting().call(() -> work.exercise(problem.id(), learner));
        if (known.isPresent()) {
            return known.flatMap(exercises::find);
        }
        // Outside any transaction: it may have to be made first.
        return problem.shared()
                .flatMap(exercises::find)
                .or(() -> fresh(problem.template(), learner))
                .flatMap(chosen -> {
                    var kept = QuarkusTransaction.joiningExisting().call(() -> {
                        work.assign(problem.id(), learner, chosen.id(), clock.instant());
                        return work.exercise(problem.id(), learner);
                    });
                    return kept.flatMap(exercises::find);
                });
    }

    /** A variant for all, or for the eyes of a teacher. */
    public Optional<StoredExercise> any(ExerciseId template) {
        for (var look = 0; look < LOOKS; look++) {
            var made = exercises.find(template, new Seed(chance.nextInt(Seed.COUNT)));
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    private Optional<StoredExercise> fresh(ExerciseId template, UserId learner) {
        var met = QuarkusTransaction.joiningExisting().call(() -> work.met(learner, template.value()));
        var last = Optional.<StoredExercise>empty();
        for (var look = 0; look < LOOKS; look++) {
            var made = any(template);
            if (made.filter(e -> !met.contains((long) e.exercise().seed().value()))
                    .isPresent()) {
                return made;
            }
            last = made.or(() -> Optional.empty());
        }
        return last;
    }

    /** Belongs to the transaction that writes the attempt. */
    @Transactional
    public void handIn(Assignment assignment, Problem problem, UserId learner, GradedAttempt attempt, ZoneId zone) {
        work.handIn(problem.id(), learner, attempt.submission());
        work.answered(problem.id(), learner, attempt.submittedAt());
        assignments.mark(assignment, problem, learner, zone);
    }

    @Transactional
    public Optional<UUID> latest(Problem problem, UserId learner) {
        return work.latest(problem.id(), learner);
    }

    @Transactional
    public Optional<Standing> standing(Problem problem, UserId learner) {
        return work.standing(problem.id(), learner);
    }

    /** All that a learner typed in an assignment, in the order in which he did. */
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

    /** Where everybody is who has opened something of an assignment. */
    @Transactional
    public List<Standing> standings(Assignment assignment) {
        return work.standings(assignment.id());
    }

    /** Where one learner is, in all assignments of a course. */
    @Transactional
    public List<Standing> standings(long course, UserId learner) {
        return work.standings(course, learner);
    }
}
