package org.nabla.classroom;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.UserId;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;
import org.nabla.query.Rows;

/** Own data: the courses somebody teaches, learns in, and is asked to teach. */
@Singleton
class CourseData implements OwnData {

    private static final String OWNED = """
            select c.id, c.title, exists (select 1 from course_teacher o where o.course_id = c.id and o.role = 'CO_TEACHER')
            from course c join course_teacher t on t.course_id = c.id
            where t.teacher_id = :user and t.role = 'TEACHER' order by c.id""";

    private final EntityManager database;
    private final Clock clock;

    CourseData(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<OwnTable> tables() {
        return List.of(taught(), taken(), invitations(), places(), moves());
    }

    @Override
    public List<String> consequences(UserId user) {
        return owned(user).stream()
                .map(course -> course.hasCoTeacher()
                        ? "Your course “%s” goes to a co-teacher.".formatted(course.title())
                        : "Your course “%s” is archived: its learners can read it, but nothing in it changes any more."
                                .formatted(course.title()))
                .toList();
    }

    /** A course does not go with its teacher: the work of its learners hangs on it. */
    @Override
    public void erase(UserId user) {
        for (var course : owned(user)) {
            remove(user, course.id());
            if (course.hasCoTeacher()) {
                promoteTheEldest(course.id());
            } else {
                database.createNativeQuery("update course set archived_at = coalesce(archived_at, :now),"
                                + " join_code = null, join_code_expires_at = null where id = :course")
                        .setParameter("now", clock.instant())
                        .setParameter("course", course.id())
                        .executeUpdate();
                database.createNativeQuery("delete from join_code where course_id = :course")
                        .setParameter("course", course.id())
                        .executeUpdate();
            }
        }
    }

    private void remove(UserId teacher, long course) {
        database.createNativeQuery("delete from course_teacher where course_id = :course and teacher_id = :teacher")
                .setParameter("course", course)
                .setParameter("teacher", teacher.value())
                .executeUpdate();
    }

    private void promoteTheEldest(long course) {
        database.createNativeQuery(
                        "update course_teacher set role = 'TEACHER' where course_id = :course and teacher_id ="
                                + " (select teacher_id from course_teacher where course_id = :course and role = 'CO_TEACHER'"
                                + " order by since, teacher_id limit 1)")
                .setParameter("course", course)
                .executeUpdate();
    }

    private record Owned(long id, String title, boolean hasCoTeacher) {}

    private List<Owned> owned(UserId user) {
        return Rows.all(database.createNativeQuery(OWNED).setParameter("user", user.value()), Owned.class);
    }

    private static OwnTable taught() {
        return new OwnTable(
                "courses_taught",
                "The courses that you teach.",
                Set.of("course_teacher"),
                List.of(
                        column("course", "its number"),
                        column("title", "what it is called"),
                        column("role", "whether you are its teacher, a co-teacher or an assistant"),
                        column("since", "when you became that"),
                        column("sections", "the sections in which you assist; empty where in the whole course")),
                """
                select t.course_id as course, c.title, t.role, t.since,
                       (select string_agg(s.title, ', ' order by s.id) from section s
                        where s.course_id = t.course_id and s.id = any (t.sections))
                           as sections
                from course_teacher t join course c on c.id = t.course_id where t.teacher_id = :user order by t.course_id""",
                Map.of("course_teacher.course_id", "there as course", "course_teacher.teacher_id", "it is you"));
    }

    private static OwnTable taken() {
        return new OwnTable(
                "courses_taken",
                "The courses in which you learn or learned.",
                Set.of("enrolment"),
                List.of(
                        column("course", "its number"),
                        column("title", "what it is called"),
                        column("joined_at", "when you joined"),
                        column("left_at", "when you left; empty while you are in it"),
                        column("made_here", "whether your account was made by a teacher of this course"),
                        column("school_id", "your name in the system of your school, where a teacher gave one"),
                        column("time_factor", "by how much your time for timed work is multiplied"),
                        column("extra_days", "how many more days you have for each assignment"),
                        column("family_name", "your family name, where a roster of the course said it"),
                        column("given_name", "your given name, where a roster of the course said it"),
                        column("section", "the section in which you are")),
                """
                select e.course_id as course, c.title, e.joined_at, e.left_at, e.made_here, e.school_id, e.time_factor,
                       e.extra_days, e.family_name, e.given_name, s.title as section
                from enrolment e join course c on c.id = e.course_id
                left join section s on s.course_id = e.course_id and s.id = e.section_id
                where e.learner_id = :user order by e.course_id""",
                Map.of(
                        "enrolment.course_id", "there as course",
                        "enrolment.learner_id", "it is you",
                        "enrolment.section_id", "there as section"));
    }

    private static OwnTable moves() {
        return new OwnTable(
                "section_moves",
                "When a teacher moved you between sections of a course.",
                Set.of("section_change"),
                List.of(
                        column("course", "its number"),
                        column("title", "what it is called"),
                        column("section_before", "the section before; empty where none, or it is gone"),
                        column("section_after", "the section after"),
                        column("done_at", "when"),
                        column("undone_at", "when it was taken back; empty where it was not")),
                """
                select a.course_id as course, c.title, b.title as section_before, n.title as section_after, a.done_at,
                       a.undone_at
                from section_change m join course_act a on a.course_id = m.course_id and a.id = m.act_id
                join course c on c.id = a.course_id
                left join section b on b.course_id = m.course_id and b.id = m.section_before
                left join section n on n.course_id = m.course_id and n.id = m.section_after
                where m.learner_id = :user order by a.id""",
                Map.of(
                        "section_change.course_id", "there as course",
                        "section_change.act_id", "a number without meaning",
                        "section_change.learner_id", "it is you"));
    }

    private static OwnTable invitations() {
        return new OwnTable(
                "invitations",
                "The courses that you are asked to teach.",
                Set.of("teaching_invitation"),
                List.of(
                        column("course", "its number"),
                        column("title", "what it is called"),
                        column("role", "what you are asked to be"),
                        column("sections", "the sections in which you would assist; empty where in the whole course"),
                        column("created_at", "when you were asked"),
                        column("expires_at", "until when you can say yes")),
                """
                select i.course_id as course, c.title, i.role,
                       (select string_agg(s.title, ', ' order by s.id) from section s
                        where s.course_id = i.course_id and s.id = any (i.sections))
                           as sections, i.created_at, i.expires_at
                from teaching_invitation i join course c on c.id = i.course_id
                where i.invitee_id = :user order by i.id""",
                Map.of(
                        "teaching_invitation.id", "a number without meaning",
                        "teaching_invitation.course_id", "there as course",
                        "teaching_invitation.invitee_id", "it is you",
                        "teaching_invitation.token_hash", "empty in an invitation of an account"));
    }

    private static OwnTable places() {
        return new OwnTable(
                "places",
                "The courses that you are asked to learn in.",
                Set.of("learner_invitation"),
                List.of(
                        column("course", "its number"),
                        column("title", "what it is called"),
                        column("invited_at", "when you were asked"),
                        column("expires_at", "until when you can say yes")),
                """
                select i.course_id as course, c.title, i.invited_at, i.expires_at
                from learner_invitation i join course c on c.id = i.course_id
                where i.invitee_id = :user order by i.course_id""",
                Map.of(
                        "learner_invitation.course_id", "there as course",
                        "learner_invitation.invitee_id", "it is you"));
    }
}
