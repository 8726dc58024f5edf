package org.nabla.gradebook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseLog;
import org.nabla.classroom.LogAction;
import org.nabla.classroom.Seat;
import org.nabla.classroom.assignment.AcceptedAnswers;
import org.nabla.classroom.assignment.AcceptedAnswers.Accepted;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.MarkForecast;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.marking.Attempted;
import org.nabla.classroom.marking.MarkMove;
import org.nabla.exercise.Exercise;
import org.nabla.grading.Outcome;
import org.nabla.practice.PracticeService;
import org.nabla.progress.ExerciseStore;
import org.nabla.progress.ProgressService;
import org.nabla.progress.StoredExercise;

/**
 * Grades the answers at one problem anew because a teacher says so: first as a list of what changes, then in earnest. Attempts
 * and their verdicts stay; what counts instead stands beside them and goes again with the act from which it follows.
 */
@ApplicationScoped
class TeacherRegrading {
    private final RegradingRepository corrections;
    private final AcceptedAnswers accepted;
    private final ExerciseStore exercises;
    private final PracticeService practice;
    private final AssignmentService assignments;
    private final MarkForecast forecast;
    private final ProgressService progress;
    private final CourseLog log;
    private final Clock clock;

    TeacherRegrading(
            RegradingRepository corrections,
            AcceptedAnswers accepted,
            ExerciseStore exercises,
            PracticeService practice,
            AssignmentService assignments,
            MarkForecast forecast,
            ProgressService progress,
            CourseLog log,
            Clock clock) {
        this.corrections = corrections;
        this.accepted = accepted;
        this.exercises = exercises;
        this.practice = practice;
        this.assignments = assignments;
        this.forecast = forecast;
        this.progress = progress;
        this.log = log;
        this.clock = clock;
    }

    /** What an act does. @param verdicts what counts then, by the form; nothing where the verdict of the attempt counts again */
    record Trial(List<MarkMove> moves, Map<RegradingRepository.Sent, Optional<Regraded>> verdicts, Assignment after) {
        String fingerprint() {
            return MarkMove.fingerprint(moves);
        }
    }

    /** What counts in place of a verdict. @param version of the template by which it was found */
    record Regraded(Outcome outcome, double score, int version, Attempted attempted) {}

    /** What would change; nothing is written. */
    Trial look(Seat seat, Assignment assignment, Problem problem, RegradingAct act) {
        if (act instanceof RegradingAct.FullMarks marks) {
            var after = assignment.with(problem.inFull(marks.full()));
            return new Trial(forecast.ofVerdicts(after, Map.of(), seat.zone()), Map.of(), after);
        }
        var answers = after(accepted.at(problem.id()), act);
        var verdicts = new HashMap<RegradingRepository.Sent, Optional<Regraded>>();
        var revised = new HashMap<UUID, Attempted>();
        for (var sent : QuarkusTransaction.joiningExisting().call(() -> corrections.sent(problem.id()))) {
            if (concerns(sent, act)) {
                // Outside any transaction: grading takes its time.
                var regraded = judge(sent, answers, act);
                verdicts.put(sent, regraded);
                revised.put(sent.submission(), regraded.map(Regraded::attempted).orElse(sent.own()));
            }
        }
        return new Trial(forecast.ofVerdicts(assignment, revised, seat.zone()), verdicts, assignment);
    }

    private static List<Accepted> after(List<Accepted> now, RegradingAct act) {
        if (act instanceof RegradingAct.Accept accept) {
            return Stream.concat(
                            now.stream(), Stream.of(new Accepted(0, accept.exercise(), accept.part(), accept.value())))
                    .toList();
        }
        return act instanceof RegradingAct.Forget forget
                ? now.stream()
                        .filter(answer -> answer.id() != forget.accepted())
                        .toList()
                : now;
    }

    private static boolean concerns(RegradingRepository.Sent sent, RegradingAct act) {
        return act instanceof RegradingAct.Accept accept
                ? sent.exercise() == accept.exercise()
                : sent.regradedVersion().isPresent();
    }

    private Optional<Regraded> judge(RegradingRepository.Sent sent, List<Accepted> answers, RegradingAct act) {
        var own = exercises.find(sent.exercise()).map(StoredExercise::exercise).orElseThrow();
        var by = act instanceof RegradingAct.Uncorrect ? own : corrected(sent, own);
        var also = AcceptedAnswers.with(by, sent.exercise(), answers);
        if (also.equals(own)) {
            return Optional.empty();
        }
        var graded = practice.judge(also, sent.submission(), sent.typed());
        // What is right too only adds: whatever else the checker finds by now stays as it was told.
        return by.equals(own) && graded.score() <= sent.score() + 1e-9
                ? Optional.empty()
                : Optional.of(new Regraded(
                        graded.outcome(),
                        graded.score(),
                        by.version(),
                        Attempted.of(graded, sent.own().at())));
    }

    /** The exercise by which an attempt was graded anew before. */
    private Exercise corrected(RegradingRepository.Sent sent, Exercise own) {
        return sent.regradedVersion()
                .filter(version -> version != own.version())
                .flatMap(version -> exercises
                        .find(own.template(), own.seed())
                        .map(StoredExercise::exercise)
                        .filter(found -> found.version() == version))
                .orElse(own);
    }

    /** Does what was looked at. */
    void apply(Seat seat, Problem problem, RegradingAct act, Trial trial) {
        QuarkusTransaction.joiningExisting().run(() -> {
            if (act instanceof RegradingAct.Accept accept) {
                corrections.accept(problem.id(), accept, clock.instant());
            } else if (act instanceof RegradingAct.Forget forget) {
                corrections.forget(problem.id(), forget.accepted());
            } else if (act instanceof RegradingAct.FullMarks marks) {
                corrections.fullMarks(problem.id(), marks.full());
            }
            trial.verdicts().forEach((sent, regraded) -> corrections.put(sent.submission(), regraded));
            assignments.markAll(trial.after(), seat.zone());
            log.write(seat.course(), seat.user(), LogAction.MARKS_RECOMPUTED, said(trial, problem, act));
        });
        learners(trial).forEach(progress::relearn);
    }

    private static List<UserId> learners(Trial trial) {
        return new ArrayList<>(trial.verdicts().keySet().stream()
                .map(RegradingRepository.Sent::learner)
                .collect(Collectors.toSet()));
    }

    private static String said(Trial trial, Problem problem, RegradingAct act) {
        var what = act instanceof RegradingAct.Accept accept
                ? "accepted " + accept.value()
                : act instanceof RegradingAct.Forget
                        ? "an accepted answer taken back"
                        : act instanceof RegradingAct.FullMarks marks
                                ? marks.full() ? "full marks" : "full marks taken back"
                                : "a correction taken back";
        return "%s, exercise %d: %s, %d marks change"
                .formatted(
                        trial.after().title(),
                        problem.position(),
                        what,
                        trial.moves().size());
    }
}
