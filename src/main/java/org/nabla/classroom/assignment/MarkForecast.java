package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.Allowance;
import org.nabla.classroom.marking.AssignmentRules;
import org.nabla.classroom.marking.Attempted;
import org.nabla.classroom.marking.CalendarShift;
import org.nabla.classroom.marking.Extension;
import org.nabla.classroom.marking.MarkMove;

/** What other rules or times would make of the marks that learners have, so that it is seen before it is done. Writes nothing. */
@Singleton
public class MarkForecast {
    private final WorkRepository work;
    private final AllowanceRepository allowances;
    private final TimedRuns runs;

    /** What a learner sent. */
    public record Form(UserId learner, UUID submission) {}

    MarkForecast(WorkRepository work, AllowanceRepository allowances, TimedRuns runs) {
        this.runs = runs;
        this.work = work;
        this.allowances = allowances;
    }

    /** What changes where these rules hold for all. */
    @Transactional
    public List<MarkMove> ofRules(Assignment assignment, AssignmentRules rules, ZoneId zone) {
        return assignment.rules().marksLike(rules)
                ? List.of()
                : moves(assignment.with(rules), allowances.of(assignment.key()), work.tries(assignment.id()), zone);
    }

    /** What changes where these rules hold for all, and for these learners these times. */
    @Transactional
    public List<MarkMove> ofDates(
            Assignment assignment, AssignmentRules rules, Map<UserId, Allowance> others, ZoneId zone) {
        var all = new LinkedHashMap<>(allowances.of(assignment.key()));
        all.putAll(others);
        return moves(assignment.with(rules), all, work.tries(assignment.id()), zone);
    }

    /** What changes where the course is in another time zone. @param timesOfDayStay whether dates are other moments then */
    @Transactional
    public List<MarkMove> ofZone(Assignment assignment, ZoneId from, ZoneId to, boolean timesOfDayStay) {
        var shift = new CalendarShift(from, to, 0);
        var others = new LinkedHashMap<UserId, Allowance>();
        allowances
                .of(assignment.key())
                .forEach((learner, allowance) ->
                        others.put(learner, timesOfDayStay ? shift.of(allowance) : allowance.inZone(to)));
        var rules = timesOfDayStay ? shift.of(assignment.rules()) : assignment.rules();
        return moves(assignment.with(rules), others, work.tries(assignment.id()), to);
    }

    /** What changes where these attempts are worth what they are here, and problems are marked as here. */
    @Transactional
    public List<MarkMove> ofVerdicts(Assignment assignment, Map<Form, Attempted> revised, ZoneId zone) {
        var tries = new LinkedHashMap<WorkRepository.Desk, List<Attempted>>();
        work.submissions(assignment.id())
                .forEach((desk, theirs) -> tries.put(
                        desk,
                        theirs.entrySet().stream()
                                .map(attempt -> Optional.ofNullable(
                                                revised.get(new Form(new UserId(desk.learner()), attempt.getKey())))
                                        .map(other -> other.repeated(
                                                attempt.getValue().repeated()))
                                        .orElse(attempt.getValue()))
                                .toList()));
        return moves(assignment, allowances.of(assignment.key()), tries, zone);
    }

    /** What changes where a learner gets these times; where there are none, what they were told before is over too. */
    @Transactional
    public List<MarkMove> ofExtension(
            Assignment assignment, UserId learner, Optional<Extension> extension, ZoneId zone) {
        var now = allowances.of(assignment.key(), learner);
        var then = extension.isPresent() ? now : now.withKept(Optional.empty());
        return ofAllowance(assignment, learner, then.with(extension), zone);
    }

    /** What changes where these times hold for a learner. */
    @Transactional
    public List<MarkMove> ofAllowance(Assignment assignment, UserId learner, Allowance allowance, ZoneId zone) {
        return ofAllowances(assignment, Map.of(learner, allowance), zone);
    }

    /** What changes where other times hold for these learners. */
    @Transactional
    public List<MarkMove> ofAllowances(Assignment assignment, Map<UserId, Allowance> others, ZoneId zone) {
        var all = new LinkedHashMap<>(allowances.of(assignment.key()));
        all.putAll(others);
        return moves(assignment, all, work.tries(assignment.id()), zone).stream()
                .filter(move -> others.containsKey(move.learner()))
                .toList();
    }

    private List<MarkMove> moves(
            Assignment assignment,
            Map<UserId, Allowance> others,
            Map<WorkRepository.Desk, List<Attempted>> tries,
            ZoneId zone) {
        var problems = assignment.problems().stream().collect(Collectors.toMap(Problem::id, problem -> problem));
        var marking = assignment.rules().marking(zone);
        var all = assignment.rules().terms();
        var started = runs.of(assignment.id());
        var moves = new ArrayList<MarkMove>();
        for (var standing : work.standings(assignment.id())) {
            var problem = problems.get(standing.problem());
            var own = others.getOrDefault(standing.learner(), Allowance.NONE).terms(all);
            var terms = Optional.ofNullable(started.get(standing.learner()))
                    .map(run -> run.terms(own))
                    .orElse(own);
            if (problem == null) {
                continue;
            }
            var theirs = tries(tries, standing.problem(), standing.learner());
            var after = problem.mark(marking, theirs, terms);
            if (Math.abs(after.share() - standing.mark().share()) > 1e-9) {
                moves.add(new MarkMove(
                        standing.learner(),
                        problem.position(),
                        standing.mark().share() * problem.points(),
                        after.share() * problem.points()));
            }
        }
        return moves;
    }

    private static List<Attempted> tries(Map<WorkRepository.Desk, List<Attempted>> all, long problem, UserId learner) {
        return all.getOrDefault(new WorkRepository.Desk(problem, learner.value()), List.of());
    }
}
