package org.nabla.classroom.log;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.nabla.query.Rows;

/** What was done to many learners of a course in one act, so that it can be taken back in one. */
@Singleton
public class CourseActs {
    private static final int SHOWN = 10;
    private static final int LONGEST = 500;

    /** What was done. */
    public enum Kind {
        EXTENSION,
        SECTION
    }

    /** An act. @param undone whether it was taken back */
    public record Act(long id, String said, Instant at, boolean undone) {}

    private final EntityManager database;
    private final Clock clock;

    CourseActs(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Belongs to the transaction of the act. @return its number */
    @Transactional
    public long begin(long course, Kind kind, String said) {
        return ((Number) database.createNativeQuery("insert into course_act (course_id, kind, said, done_at)"
                                + " values (:course, :kind, :said, :now) returning id")
                        .setParameter("course", course)
                        .setParameter("kind", kind.name())
                        .setParameter("said", said.length() <= LONGEST ? said : said.substring(0, LONGEST))
                        .setParameter("now", clock.instant())
                        .getSingleResult())
                .longValue();
    }

    /** The newest first. */
    @Transactional
    public List<Act> latest(long course, Kind kind) {
        return Rows.all(
                database.createNativeQuery("select id, said, done_at, undone_at is not null from course_act"
                                + " where course_id = :course and kind = :kind order by id desc limit :most")
                        .setParameter("course", course)
                        .setParameter("kind", kind.name())
                        .setParameter("most", SHOWN),
                Act.class);
    }

    /** Notes that an act is taken back, once. Says whether there was such an act to take back. */
    @Transactional
    public boolean undo(long course, Kind kind, long act) {
        return database.createNativeQuery("update course_act set undone_at = :now where id = :id"
                                + " and course_id = :course and kind = :kind and undone_at is null")
                        .setParameter("now", clock.instant())
                        .setParameter("id", act)
                        .setParameter("course", course)
                        .setParameter("kind", kind.name())
                        .executeUpdate()
                > 0;
    }
}
