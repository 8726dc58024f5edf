package org.nabla.classroom.member;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.seat.CourseRole;
import org.nabla.classroom.seat.PersonName;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.Section;
import org.nabla.query.Rows;

/** The people of a course, with their names, for the eyes of its teachers. */
@Singleton
public class CoursePeople {

    private static final String LEARNERS = """
            select a.id, a.name, coalesce(a.login, ''), a.email, e.school_id, e.made_here, e.joined_at, e.left_at,
                   e.family_name, e.given_name, s.id, s.title
            from enrolment e join account a on a.id = e.learner_id left join section s on s.course_id = e.course_id and s.id = e.section_id
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
        var all = sections.of(course);
        return Rows.all(database.createNativeQuery("""
                        select a.id, a.name, coalesce(a.login, ''), t.role, t.sections is null,
                               coalesce(array_to_string(t.sections, ','), '')
                        from course_teacher t join account a on a.id = t.teacher_id
                        where t.course_id = :course order by t.role desc, lower(a.name), a.id""").setParameter("course", course), TeacherRow.class).stream()
                .map(row -> row.teacher(all))
                .toList();
    }

    /** Those who teach, without assistants: their names are for everybody. */
    public List<CourseTeacher> leadingTeachers(long course) {
        return teachers(course).stream().filter(t -> t.role().teaches()).toList();
    }

    private List<Enrolled> enrolled(long course, String condition) {
        var query = database.createNativeQuery(LEARNERS.formatted(condition)).setParameter("course", course);
        return Rows.all(query, LearnerRow.class).stream()
                .map(LearnerRow::learner)
                .toList();
    }

    private record LearnerRow(
            UserId id,
            String name,
            String login,
            Optional<String> email,
            Optional<String> schoolId,
            boolean madeHere,
            Instant joinedAt,
            Optional<Instant> leftAt,
            Optional<Apart> apart,
            Optional<Section> section) {

        /** A name in its two parts, where a school gave it so. */
        private record Apart(String family, String given) {}

        Enrolled learner() {
            return new Enrolled(
                    id,
                    name,
                    login,
                    email,
                    schoolId,
                    madeHere,
                    joinedAt,
                    leftAt,
                    apart.map(parts -> new PersonName(name, parts.family(), parts.given()))
                            .orElseGet(() -> PersonName.of(name)),
                    section);
        }
    }

    private record TeacherRow(UserId id, String name, String login, CourseRole role, boolean seesAll, String sections) {

        CourseTeacher teacher(List<Section> all) {
            var seen = List.of(sections.split(","));
            return new CourseTeacher(
                    id,
                    name,
                    login,
                    role,
                    all.stream()
                            .filter(section -> seen.contains(Long.toString(section.id())))
                            .toList(),
                    seesAll);
        }
    }
}
