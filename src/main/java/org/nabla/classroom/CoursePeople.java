package org.nabla.classroom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;

/** The people of a course, with their names, for the eyes of its teachers. */
@ApplicationScoped
public class CoursePeople {

    private static final String LEARNERS = """
            select a.id, a.name, a.login, a.email, e.school_id, e.made_here, e.joined_at, e.left_at,
                   e.family_name, e.given_name
            from enrolment e join account a on a.id = e.learner_id
            where e.course_id = :course and %s
            order by lower(a.name), a.id""";

    private final EntityManager database;

    CoursePeople(EntityManager database) {
        this.database = database;
    }

    /** Who learns in the course now, by name. */
    @Transactional
    public List<Enrolled> learners(long course) {
        return enrolled(course, "e.left_at is null");
    }

    /** Who left or was removed, and can come back. */
    @Transactional
    public List<Enrolled> former(long course) {
        return enrolled(course, "e.left_at is not null");
    }

    /** The teacher first. */
    @Transactional
    public List<CourseTeacher> teachers(long course) {
        List<?> rows =
                database.createNativeQuery("""
                        select a.id, a.name, a.login, t.role
                        from course_teacher t join account a on a.id = t.teacher_id
                        where t.course_id = :course order by t.role desc, lower(a.name), a.id""").setParameter("course", course).getResultList();
        return rows.stream().map(row -> teacher((Object[]) row)).toList();
    }

    private List<Enrolled> enrolled(long course, String condition) {
        List<?> rows = database.createNativeQuery(LEARNERS.formatted(condition))
                .setParameter("course", course)
                .getResultList();
        return rows.stream().map(row -> learner((Object[]) row)).toList();
    }

    private static Enrolled learner(Object[] row) {
        return new Enrolled(
                new UserId(((Number) row[0]).longValue()),
                (String) row[1],
                Optional.ofNullable((String) row[2]).orElse(""),
                Optional.ofNullable((String) row[3]),
                Optional.ofNullable((String) row[4]),
                (Boolean) row[5],
                (Instant) row[6],
                Optional.ofNullable((Instant) row[7]),
                row[8] == null
                        ? PersonName.of((String) row[1])
                        : new PersonName((String) row[1], (String) row[8], (String) row[9]));
    }

    private static CourseTeacher teacher(Object[] row) {
        return new CourseTeacher(
                new UserId(((Number) row[0]).longValue()),
                (String) row[1],
                Optional.ofNullable((String) row[2]).orElse(""),
                CourseRole.valueOf((String) row[3]));
    }
}
