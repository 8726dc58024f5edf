package org.nabla.classroom.times;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.nabla.account.UserId;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.seat.Seat;

/** How many late days a course gives to each learner, and how many of them are spent. */
@Singleton
public class LateDays {
    public static final int MOST = 60;

    private final EntityManager database;
    private final CourseLog log;

    LateDays(EntityManager database, CourseLog log) {
        this.database = database;
        this.log = log;
    }

    /** 0 where the course gives none. */
    @Transactional
    public int given(long course) {
        return number(database.createNativeQuery("select late_days from course where id = :course")
                .setParameter("course", course)
                .getSingleResult());
    }

    /** What is spent stays spent. */
    @Transactional
    public void give(Seat by, int days) {
        database.createNativeQuery("update course set late_days = :days where id = :course")
                .setParameter("days", days)
                .setParameter("course", by.course())
                .executeUpdate();
        log.write(by.course(), by.user(), LogAction.COURSE_CHANGED, "late days for each learner: " + days);
    }

    @Transactional
    public int spent(long course, UserId learner) {
        return number(database.createNativeQuery("select coalesce(sum(l.days), 0) from late_day l"
                        + " where l.course_id = :course and l.learner_id = :learner")
                .setParameter("course", course)
                .setParameter("learner", learner.value())
                .getSingleResult());
    }

    @Transactional
    public int left(long course, UserId learner) {
        return Math.max(0, given(course) - spent(course, learner));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
