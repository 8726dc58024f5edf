package org.nabla.gradebook.regrading;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.AcceptedAnswers;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.MarkForecast;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.marking.Attempted;
import org.nabla.classroom.marking.MarkMove;
import org.nabla.classroom.seat.Seat;
import org.nabla.progress.ProgressService;

/**
 * Grades the answers at one problem anew because a teacher says so: first as a list of what changes, then in earnest. Attempts
 * and their verdicts stay; what counts instead stands beside them and goes again with the act from which it follows.
 */
@Singleton
class TeacherRegrading {
    private final RegradingRepository corrections;
    private final AcceptedAnswers accepted;
    private final SecondJudgement judgement;
    private final AssignmentService assignments;
    private final MarkForecast forecast;
    private final ProgressService progress;
    private final CourseLog log;
    private final Clock clock;

    TeacherRegrading(
            RegradingRepository corrections,
            AcceptedAnswers accepted,
            SecondJudgement judgement,
            AssignmentService assignments,
            MarkForecast forecast,
            ProgressService progress,
            CourseLog log,
            Clock clock) {
        this.corrections = corrections;
        this.accepted = accepted;
        this.judgement = judgement;
        this.assignments = assignments;
        this.forecast = forecast;
        this.progress = progress;
        this.log = log;
        this.clock = clock;
    }

    /** What an act does. @param verdicts what counts then, by the form; nothing where the verdict of the attempt counts again */
    record Trial(
            List<MarkMove> moves,
            Map<RegradingRepository.Sent, Optional<SecondJudgement.Regraded>> verdicts,
            Assignment after) {
        String fingerprint() {
            return MarkMove.fingerprint(moves);
        }
    }

    /** What would change; nothing is written. */
    Trial look(Seat seat, Assignment assignment, Problem problem, RegradingAct act) {
        var inFull = act.without(assignment, problem);
        if (inFull.isPresent()) {
            var after = inFull.get();
            return new Trial(forecast.ofVerdicts(after, Map.of(), seat.zone()), Map.of(), after);
        }
        var answers = act.accepted(accepted.at(problem));
        var verdicts = new HashMap<RegradingRepository.Sent, Optional<SecondJudgement.Regraded>>();
        var revised = new HashMap<MarkForecast.Form, Attempted>();
        for (var sent : QuarkusTransaction.joiningExisting().call(() -> corrections.sent(problem.id()))) {
            if (act.concerns(sent)) {
                // Outside any transaction: grading takes its time.
                var regraded = judgement.of(sent, answers, act);
                verdicts.put(sent, regraded);
                revised.put(
                        new MarkForecast.Form(sent.learner(), sent.submission()),
                        regraded.map(SecondJudgement.Regraded::attempted).orElse(sent.own()));
            }
        }
        return new Trial(forecast.ofVerdicts(assignment, revised, seat.zone()), verdicts, assignment);
    }

    /** Does what was looked at. */
    void apply(Seat seat, Problem problem, RegradingAct act, Trial trial) {
        QuarkusTransaction.joiningExisting().run(() -> {
            act.keep(corrections, problem, clock.instant());
            trial.verdicts().forEach((sent, regraded) -> corrections.put(sent, regraded));
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
        return "%s, exercise %d: %s, %d marks change"
                .formatted(
                        trial.after().title(),
                        problem.position(),
                        act.done(),
                        trial.moves().size());
    }
}
