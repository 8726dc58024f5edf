package org.nabla.classroom.assignment;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.Allowance;
import org.nabla.classroom.marking.Extension;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.times.OtherTimes;
import org.nabla.classroom.times.TimesChanging;

/**
 * What other times for learners in all assignments make of each. Nothing of it makes anything earlier that a learner was told: where an
 * assignment is open for them by then, a later date stays.
 */
@Singleton
public class KeptTimes {

    /**
     * What becomes of the times of a learner in an assignment.
     *
     * @param kept the times that stay, before late days; empty where the others are no earlier
     */
    public record Then(Assignment assignment, UserId learner, Allowance allowance, Optional<Extension> kept) {}

    private final EntityManager database;
    private final AssignmentRepository assignments;
    private final AllowanceRepository allowances;
    private final Clock clock;

    KeptTimes(EntityManager database, AssignmentRepository assignments, AllowanceRepository allowances, Clock clock) {
        this.database = database;
        this.assignments = assignments;
        this.allowances = allowances;
        this.clock = clock;
    }

    /** Those whose times become others, assignment by assignment. Writes nothing. */
    @Transactional
    public List<Then> plan(long course, Collection<UserId> learners, OtherTimes times) {
        var zone = allowances.zone(course);
        var now = allowances.ofCourse(course);
        var sections = allowances.sectionTimesOf(course);
        var plan = new ArrayList<Then>();
        for (var assignment : assignments.of(course)) {
            var of = now.getOrDefault(assignment.id(), Map.of());
            var own = sections.getOrDefault(assignment.id(), Map.of());
            for (var learner : learners) {
                plan(assignment, learner, inZone(of.getOrDefault(learner, Allowance.NONE), zone), own, times)
                        .ifPresent(plan::add);
            }
        }
        return plan;
    }

    private Optional<Then> plan(
            Assignment assignment, UserId learner, Allowance now, Map<Long, Terms> sections, OtherTimes times) {
        var all = assignment.rules().terms();
        var then = other(now, sections, times);
        if (then.equals(now)) {
            return Optional.empty();
        }
        var told = now.withLateDays(0).terms(all);
        var later = then.withLateDays(0).terms(all);
        var earlier = later.due().isBefore(told.due()) || later.closes().isBefore(told.closes());
        if (!earlier || clock.instant().isBefore(told.opens())) {
            return Optional.of(new Then(assignment, learner, then, Optional.empty()));
        }
        var kept = new Extension(told.due(), told.closes(), "");
        return Optional.of(new Then(assignment, learner, then.withKept(Optional.of(kept)), Optional.of(kept)));
    }

    private static Allowance inZone(Allowance allowance, ZoneId zone) {
        return allowance.equals(Allowance.NONE) ? Allowance.in(zone) : allowance;
    }

    private static Allowance other(Allowance now, Map<Long, Terms> sections, OtherTimes times) {
        if (times instanceof OtherTimes.InSection to) {
            return now.withSection(to.section().flatMap(section -> Optional.ofNullable(sections.get(section.id()))));
        }
        return now.withExtraDays(((OtherTimes.With) times).given().extraDays());
    }

    /** Keeps what learners were told, in the transaction that gives them other times. */
    void keep(@Observes TimesChanging changing) {
        for (var then : plan(changing.course(), changing.learners(), changing.times())) {
            then.kept()
                    .ifPresent(kept -> database.createNativeQuery(
                                    "insert into kept_times (course_id, assignment_id, learner_id,"
                                            + " due_at, closes_at, kept_at, act_id) values (:course, :assignment, :learner, :due, :closes,"
                                            + " :now, cast(:act as bigint))")
                            .setParameter("course", changing.course())
                            .setParameter("assignment", then.assignment().id())
                            .setParameter("learner", then.learner().value())
                            .setParameter("due", kept.due())
                            .setParameter("closes", kept.closes())
                            .setParameter("now", clock.instant())
                            .setParameter("act", changing.act().orElse(null))
                            .executeUpdate());
        }
    }
}
