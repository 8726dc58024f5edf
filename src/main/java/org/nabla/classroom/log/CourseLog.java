package org.nabla.classroom.log;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.query.Rows;

/** What was done in a course, by whom and when. Written in the transaction of what it tells of, and never changed: the database refuses. */
@Singleton
public class CourseLog {

    private static final int LONGEST_DETAIL = 500;

    /**
     * A line of the log.
     *
     * @param actor empty where the account was deleted since
     * @param subject empty where the action has none, or the account was deleted since
     * @param hasSubject whether the action was done to somebody
     */
    public record Line(
            long id,
            Instant at,
            Optional<String> actor,
            LogAction action,
            boolean hasSubject,
            Optional<String> subject,
            String detail) {}

    private final EntityManager database;
    private final Clock clock;

    CourseLog(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param detail what a teacher would want to know of it, without names of people: these are looked up when it is read */
    @Transactional
    public void write(long course, UserId actor, LogAction action, String detail) {
        insert(course, actor, action, Optional.empty(), detail);
    }

    @Transactional
    public void write(long course, UserId actor, LogAction action, UserId subject, String detail) {
        insert(course, actor, action, Optional.of(subject), detail);
    }

    /** The newest first. @param before only lines older than this one, where given */
    @Transactional
    public List<Line> newest(long course, Optional<Long> before, int most) {
        return Rows.all(
                database.createNativeQuery("""
                        select l.id, l.at, a.name, l.action, l.subject_id is not null, s.name, l.detail
                        from course_log l
                        left join account a on a.id = l.actor_id
                        left join account s on s.id = l.subject_id
                        where l.course_id = :course and l.id < :before
                        order by l.id desc limit :most""")
                        .setParameter("course", course)
                        .setParameter("before", before.orElse(Long.MAX_VALUE))
                        .setParameter("most", most),
                Line.class);
    }

    private void insert(long course, UserId actor, LogAction action, Optional<UserId> subject, String detail) {
        database.createNativeQuery("insert into course_log (course_id, at, actor_id, action, subject_id, detail)"
                        + " values (:course, :at, :actor, :action, cast(:subject as bigint), :detail)")
                .setParameter("course", course)
                .setParameter("at", clock.instant())
                .setParameter("actor", actor.value())
                .setParameter("action", action.name())
                .setParameter("subject", subject.map(UserId::value).orElse(null))
                .setParameter(
                        "detail", detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL))
                .executeUpdate();
    }
}
