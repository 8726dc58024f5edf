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
                   e.family_name, e.given_name, s.id, s.title
            from enrolment e join account a on a.id = e.learner_id left join section s on s.id = e.section_id
            where e.course_id = :course and %s
            order by lower(a.name), a.id""";

    private final EntityManager database;
    private final Sections sections;

    CoursePeople(EntityManager database, Sections sections) {
        this.sections = sections;
        this.database = database;
    }

    /** Who learns in the course now, by name. */
    @Transactional
    public List<Enrolled> learners(long course) {
        return enrolled(course, "e.left_at is null");
    }

    /** Those of them whom somebody sees: an assistant of sections the learners of these alone. */
    public List<Enrolled> learners(Seat seat) {
        return learners(seat.course()).stream()
                .filter(learner -> seat.rights().sees(learner.section()))
                .toList();
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
                        select a.id, a.name, a.login, t.role, t.sections is null,
                               array_to_string(t.sections, ',')
                        from course_teacher t join account a on a.id = t.teacher_id
                        where t.course_id = :course order by t.role desc, lower(a.name), a.id""").setParameter("course", course).getResultList();
        var all = sections.of(course);
        return rows.stream().map(row -> teacher((Object[]) row, all)).toList();
    }

    /** Those who teach, without assistants: their names are for everybody. */
    public List<CourseTeacher> leadingTeachers(long course) {
        return teachers(course).stream().filter(t -> t.role().teaches()).toList();
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
                        : new PersonName((String) row[1], (String) row[8], (String) row[9]),
                row[10] == null
                        ? Optional.empty()
                        : Optional.of(new Section(((Number) row[10]).longValue(), (String) row[11])));
    }

    private static CourseTeacher teacher(Object[] row, List<Section> all) {
        var seen = List.of(Optional.ofNullable((String) row[5]).orElse("").split(","));
        return new CourseTeacher(
                new UserId(((Number) row[0]).longValue()),
                (String) row[1],
                Optional.ofNullable((String) row[2]).orElse(""),
                CourseRole.valueOf((String) row[3]),
                all.stream()
                        .filter(section -> seen.contains(Long.toString(section.id())))
                        .toList(),
                (Boolean) row[4]);
    }
}
