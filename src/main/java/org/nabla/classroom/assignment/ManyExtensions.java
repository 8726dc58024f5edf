package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.log.CourseActs;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.marking.Allowance;
import org.nabla.classroom.marking.Extension;
import org.nabla.classroom.marking.MoreTime;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.seat.Seat;
import org.nabla.query.Rows;

/** More time for many learners in many assignments, in one act that is seen before it is done and taken back in one. */
@Singleton
public class ManyExtensions {

    /** What the act would make of one learner's times in one assignment. */
    public record Planned(
            Assignment assignment,
            UserId learner,
            Terms now,
            Terms then,
            Optional<Extension> before,
            Extension after) {}

    private final EntityManager database;
    private final AssignmentService assignments;
    private final AllowanceRepository allowances;
    private final CourseActs acts;
    private final CourseLog log;
    private final Clock clock;

    ManyExtensions(
            EntityManager database,
            AssignmentService assignments,
            AllowanceRepository allowances,
            CourseActs acts,
            CourseLog log,
            Clock clock) {
        this.database = database;
        this.assignments = assignments;
        this.allowances = allowances;
        this.acts = acts;
        this.log = log;
        this.clock = clock;
    }

    /** What would change; who has as much time already is left out, so that nothing gets earlier. Writes nothing. */
    @Transactional
    public List<Planned> plan(
            Seat seat, Collection<Assignment> chosen, Collection<UserId> learners, MoreTime more, String reason) {
        var plan = new ArrayList<Planned>();
        for (var assignment : chosen) {
            var all = assignment.rules().terms();
            var others = allowances.of(assignment.key());
            for (var learner : learners) {
                var allowance = others.getOrDefault(learner, Allowance.in(seat.zone()));
                more.on(allowance.withoutDays(all), seat.zone(), reason)
                        .ifPresent(extension -> plan.add(new Planned(
                                assignment,
                                learner,
                                allowance.terms(all),
                                allowance.with(Optional.of(extension)).terms(all),
                                allowance.extension(),
                                extension)));
            }
        }
        return plan;
    }

    /** Does it. Marks follow. */
    @Transactional
    public void give(Seat seat, List<Planned> plan, String said) {
        var act = acts.begin(seat.course(), CourseActs.Kind.EXTENSION, said);
        for (var one : plan) {
            keep(act, one);
            allowances.extend(one.assignment().key(), one.learner(), one.after(), clock.instant());
            assignments.markAnswered(one.assignment(), one.learner(), seat.zone());
        }
        log.write(seat.course(), seat.user(), LogAction.EXTENSIONS_GIVEN, said);
    }

    /** Puts back what was there before, but for what somebody changed since. Says whether there was such an act. */
    @Transactional
    public boolean takeBack(Seat seat, long act) {
        if (!acts.undo(seat.course(), CourseActs.Kind.EXTENSION, act)) {
            return false;
        }
        for (var change : changes(seat.course(), act)) {
            var key = new AssignmentKey(seat.course(), change.assignment());
            var now = Optional.ofNullable(allowances.extensions(key).get(change.learner()));
            if (now.filter(e -> e.due().equals(change.due()) && e.closes().equals(change.closes()))
                    .isEmpty()) {
                continue;
            }
            change.before()
                    .ifPresentOrElse(
                            before -> allowances.extend(key, change.learner(), before, clock.instant()),
                            () -> allowances.endExtension(key, change.learner()));
            assignments
                    .find(List.of(change.assignment()))
                    .forEach(assignment -> assignments.markAnswered(assignment, change.learner(), seat.zone()));
        }
        log.write(seat.course(), seat.user(), LogAction.EXTENSIONS_GIVEN, "taken back");
        return true;
    }

    private record Change(long assignment, UserId learner, Optional<Extension> before, Instant due, Instant closes) {}

    private List<Change> changes(long course, long act) {
        return Rows.all(
                database.createNativeQuery("select assignment_id, learner_id, due_before, closes_before,"
                                + " reason_before, due_after, closes_after from extension_change where course_id = :course and"
                                + " act_id = :act order by assignment_id, learner_id")
                        .setParameter("course", course)
                        .setParameter("act", act),
                Change.class);
    }

    private void keep(long act, Planned one) {
        database.createNativeQuery(
                        "insert into extension_change (course_id, act_id, assignment_id, learner_id, due_before,"
                                + " closes_before, reason_before, due_after, closes_after) values (:course, :act, :assignment, :learner,"
                                + " cast(:dueBefore as timestamptz), cast(:closesBefore as timestamptz),"
                                + " cast(:reasonBefore as varchar), :due, :closes)")
                .setParameter("course", one.assignment().course())
                .setParameter("act", act)
                .setParameter("assignment", one.assignment().id())
                .setParameter("learner", one.learner().value())
                .setParameter("dueBefore", one.before().map(Extension::due).orElse(null))
                .setParameter(
                        "closesBefore", one.before().map(Extension::closes).orElse(null))
                .setParameter(
                        "reasonBefore", one.before().map(Extension::reason).orElse(null))
                .setParameter("due", one.after().due())
                .setParameter("closes", one.after().closes())
                .executeUpdate();
    }
}
