package org.nabla.gradebook.regrading;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.marking.Attempted;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.practice.answer.PracticeService;
import org.nabla.progress.ProgressService;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.store.Shelves;

/**
 * Grades attempts anew where a template was corrected after learners had worked on it: first as a list of what would change,
 * then, when the teacher agrees, in earnest. An attempt and its verdict stay as they were; what the corrected template makes of
 * it is kept beside them.
 */
@Singleton
public class RegradingService {
    private final RegradingRepository corrections;
    private final Shelves shelves;
    private final CorrectedExercises corrected;
    private final PracticeService practice;
    private final AssignmentService assignments;
    private final WorkService work;
    private final ProgressService progress;
    private final CourseLog log;

    RegradingService(
            RegradingRepository corrections,
            Shelves shelves,
            CorrectedExercises corrected,
            PracticeService practice,
            AssignmentService assignments,
            WorkService work,
            ProgressService progress,
            CourseLog log) {
        this.corrections = corrections;
        this.shelves = shelves;
        this.corrected = corrected;
        this.practice = practice;
        this.assignments = assignments;
        this.work = work;
        this.progress = progress;
        this.log = log;
    }

    /** The attempts of one learner at one problem, graded anew. */
    private record Regraded(
            RegradingRepository.Held held, Exercise corrected, Map<UUID, GradedAttempt> attempts, Change change) {}

    private record Trial(Regrading regrading, List<Regraded> regraded) {}

    /** Editions of templates that learners of a course work on and that are not the present ones. */
    public List<RegradingRepository.Edition> outdated(long course) {
        return QuarkusTransaction.joiningExisting().call(() -> corrections.editions(course)).stream()
                .filter(e -> shelves.anywhere(new ExerciseId(e.template()))
                        .filter(t -> t.version() != e.gradedBy() && t.version() != e.version())
                        .isPresent())
                .toList();
    }

    /** What would change; nothing is written. */
    Regrading preview(Seat seat) {
        return grade(seat).regrading();
    }

    /** @return empty where the list is another than the one that was seen: then nothing is written */
    Optional<Regrading> apply(Seat seat, String fingerprint) {
        var trial = grade(seat);
        if (!trial.regrading().fingerprint().equals(fingerprint)) {
            return Optional.empty();
        }
        QuarkusTransaction.joiningExisting().run(() -> {
            trial.regraded()
                    .forEach(r -> r.attempts()
                            .forEach((submission, attempt) -> corrections.regrade(
                                    r.held().learner(),
                                    submission,
                                    attempt.outcome(),
                                    attempt.score(),
                                    r.corrected().version())));
            var touched =
                    trial.regraded().stream().map(r -> r.held().assignment()).collect(Collectors.toSet());
            assignments.of(seat.course()).stream()
                    .filter(a -> touched.contains(a.id()))
                    .forEach(a -> assignments.markAll(a, seat.zone()));
            log.write(
                    seat.course(),
                    seat.user(),
                    LogAction.MARKS_RECOMPUTED,
                    trial.regrading().changes().size() + " marks change by corrected exercises");
        });
        trial.regraded().stream().map(r -> r.held().learner()).distinct().forEach(progress::relearn);
        return Optional.of(trial.regrading());
    }

    private Trial grade(Seat seat) {
        var byId = assignments.of(seat.course()).stream().collect(Collectors.toMap(Assignment::id, a -> a));
        var regraded = new ArrayList<Regraded>();
        var otherQuestion = 0;
        var editions = outdated(seat.course()).stream()
                .map(e -> new RegradingRepository.Edition(e.template(), e.version(), e.version()))
                .distinct()
                .toList();
        for (var edition : editions) {
            for (var held : QuarkusTransaction.joiningExisting().call(() -> corrections.held(seat.course(), edition))) {
                var exercise = corrected.of(held);
                if (exercise.isEmpty()) {
                    otherQuestion++;
                } else {
                    regraded.add(
                            grade(seat, Objects.requireNonNull(byId.get(held.assignment())), held, exercise.get()));
                }
            }
        }
        var changes =
                regraded.stream().map(Regraded::change).filter(Change::moves).toList();
        return new Trial(new Regrading(changes, regraded.size() - changes.size(), otherQuestion), regraded);
    }

    private Regraded grade(Seat seat, Assignment assignment, RegradingRepository.Held held, Exercise corrected) {
        // Outside any transaction: grading takes its time.
        var attempts = new LinkedHashMap<UUID, GradedAttempt>();
        QuarkusTransaction.joiningExisting()
                .call(() -> corrections.typed(held.problem(), held.learner()))
                .forEach((submission, typed) -> attempts.put(submission, practice.judge(corrected, submission, typed)));
        return QuarkusTransaction.joiningExisting().call(() -> {
            var before = work.tries(held.problem(), held.learner());
            var after = new ArrayList<Attempted>();
            before.forEach((submission, old) -> after.add(Optional.ofNullable(attempts.get(submission))
                    .map(graded -> Attempted.of(graded, old.at()))
                    .orElse(old)));
            return new Regraded(
                    held,
                    corrected,
                    attempts,
                    new Change(
                            held.assignment(),
                            held.position(),
                            held.learner(),
                            corrected,
                            held.points() * share(seat, assignment, held, List.copyOf(before.values())),
                            held.points() * share(seat, assignment, held, after),
                            attempts.size()));
        });
    }

    private double share(Seat seat, Assignment assignment, RegradingRepository.Held held, List<Attempted> tries) {
        var problem = assignment.problem(held.position()).orElseThrow();
        return assignments
                .mark(assignment, problem, held.learner(), tries, seat.zone())
                .share();
    }
}
