package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.marking.Allowance;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.times.LateDays;

/** A learner spends late days on an assignment, one after another, and takes back what time has not used up. */
@Singleton
public class LateDaySpending {

    /**
     * Where a learner is with late days in an assignment.
     *
     * @param given by the course; 0 where it gives none
     * @param here how many are spent on this assignment
     * @param then the times with one more
     * @param spendable whether one more can be spent now
     * @param returnable whether the last one can be taken back now
     * @param until when the last one is used up by time
     */
    public record Account(
            int given,
            int left,
            int here,
            Terms now,
            Terms then,
            boolean spendable,
            boolean returnable,
            Instant until) {}

    private final EntityManager database;
    private final AssignmentService assignments;
    private final LateDays days;
    private final CourseLog log;
    private final Clock clock;

    LateDaySpending(EntityManager database, AssignmentService assignments, LateDays days, CourseLog log, Clock clock) {
        this.database = database;
        this.assignments = assignments;
        this.days = days;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    public Account account(Seat learner, Assignment assignment) {
        var all = assignment.rules().terms();
        var allowance = assignments.allowance(assignment, learner.user());
        var now = allowance.terms(all);
        var then = inZone(learner, allowance)
                .withLateDays(allowance.lateDays() + 1)
                .terms(all);
        var left = days.left(learner.course(), learner.user());
        var until = allowance.lateDays() == 0
                ? now.due()
                : allowance.withLateDays(allowance.lateDays() - 1).terms(all).due();
        return new Account(
                days.given(learner.course()),
                left,
                allowance.lateDays(),
                now,
                then,
                left > 0 && isWorkedOn(now) && isUntoldUntil(assignment, then),
                allowance.lateDays() > 0 && !clock.instant().isAfter(until),
                until);
    }

    /** What is closed stays closed: its answers may be known. */
    private boolean isWorkedOn(Terms terms) {
        var phase = terms.at(clock.instant());
        return phase == Terms.Phase.OPEN || phase == Terms.Phase.LATE;
    }

    /** Where the teacher set the time at which verdicts are told, nobody works on after it by a day of their own. */
    private static boolean isUntoldUntil(Assignment assignment, Terms then) {
        return assignment.rules().telling().at().filter(then.due()::isAfter).isEmpty();
    }

    private static Allowance inZone(Seat learner, Allowance allowance) {
        return allowance.equals(Allowance.NONE) ? Allowance.in(learner.zone()) : allowance;
    }

    /** Spends one more. Marks follow. Says whether that could be. */
    @Transactional
    public boolean spend(Seat learner, Assignment assignment) {
        lock(learner);
        if (!account(learner, assignment).spendable()) {
            return false;
        }
        database.createNativeQuery("insert into late_day as l (course_id, assignment_id, learner_id, days, spent_at)"
                        + " values (:course, :assignment, :learner, 1, :now) on conflict (course_id, assignment_id, learner_id)"
                        + " do update set days = l.days + 1, spent_at = excluded.spent_at")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id())
                .setParameter("learner", learner.user().value())
                .setParameter("now", clock.instant())
                .executeUpdate();
        changed(learner, assignment, "one spent");
        return true;
    }

    /** Takes the last one back, where its day has not begun. Says whether that could be. */
    @Transactional
    public boolean takeBack(Seat learner, Assignment assignment) {
        lock(learner);
        if (!account(learner, assignment).returnable()) {
            return false;
        }
        var others = database.createNativeQuery(
                        "update late_day set days = days - 1 where course_id = :course and assignment_id = :assignment"
                                + " and learner_id = :learner and days > 1")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id())
                .setParameter("learner", learner.user().value())
                .executeUpdate();
        if (others == 0) {
            database.createNativeQuery(
                            "delete from late_day where course_id = :course and assignment_id = :assignment and learner_id = :learner")
                    .setParameter("course", assignment.course())
                    .setParameter("assignment", assignment.id())
                    .setParameter("learner", learner.user().value())
                    .executeUpdate();
        }
        changed(learner, assignment, "one taken back");
        return true;
    }

    /** One after another: nobody spends the same day twice at the same moment. */
    private void lock(Seat learner) {
        database.createNativeQuery(
                        "select 1 from enrolment where course_id = :course and learner_id = :learner for update")
                .setParameter("course", learner.course())
                .setParameter("learner", learner.user().value())
                .getResultList();
    }

    private void changed(Seat learner, Assignment assignment, String said) {
        assignments.markAnswered(assignment, learner.user(), learner.zone());
        log.write(learner.course(), learner.user(), LogAction.LATE_DAY, assignment.title() + ": " + said);
    }
}
