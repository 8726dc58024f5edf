package org.nabla.classroom.seat;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.query.Rows;

/** Who sits in which course, as teacher or learner. */
@Singleton
public class SeatRepository {

    private static final String SEATS = """
            select c.id, c.title, c.zone, c.archived_at is not null, s.role, c.co_teachers_lead, s.sections
            from (select course_id, role, array_to_string(sections, ',') as sections
                  from course_teacher where teacher_id = :user
                  union all
                  select course_id, 'LEARNER', null from enrolment where learner_id = :user and left_at is null) s
            join course c on c.id = s.course_id
            """;

    private final EntityManager database;

    SeatRepository(EntityManager database) {
        this.database = database;
    }

    @Transactional
    public Optional<Seat> find(long course, UserId user) {
        return Rows.first(
                        database.createNativeQuery(SEATS + " where c.id = :course order by s.role = 'LEARNER'")
                                .setParameter("user", user.value())
                                .setParameter("course", course),
                        Row.class)
                .map(row -> row.seat(user));
    }

    /** Those in use first, and of these the newest. */
    @Transactional
    public List<Seat> of(UserId user) {
        return Rows.all(
                        database.createNativeQuery(SEATS + " order by c.archived_at is not null, c.id desc")
                                .setParameter("user", user.value()),
                        Row.class)
                .stream()
                .map(row -> row.seat(user))
                .toList();
    }

    /** Enrols somebody, or takes them in again; what they did before is still there. Says whether that changed anything. */
    public boolean enrol(long course, UserId learner, Instant now) {
        return database.createNativeQuery("insert into enrolment as e (course_id, learner_id, joined_at)"
                                + " values (:course, :learner, :now)"
                                + " on conflict (course_id, learner_id) do update set left_at = null"
                                + " where e.left_at is not null")
                        .setParameter("course", course)
                        .setParameter("learner", learner.value())
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    public void enrolNew(long course, UserId learner, Optional<String> schoolId, PersonName person, Instant now) {
        database.createNativeQuery("insert into enrolment (course_id, learner_id, joined_at, made_here, school_id,"
                        + " family_name, given_name) values (:course, :learner, :now, true, cast(:school as varchar),"
                        + " cast(:family as varchar), cast(:given as varchar))")
                .setParameter("family", person.isApart() ? person.family() : null)
                .setParameter("given", person.isApart() ? person.given() : null)
                .setParameter("course", course)
                .setParameter("learner", learner.value())
                .setParameter("now", now)
                .setParameter("school", schoolId.orElse(null))
                .executeUpdate();
    }

    /** Notes which part of a learner's name is the family's. */
    public void setName(long course, UserId learner, PersonName person) {
        database.createNativeQuery("update enrolment set family_name = :family, given_name = :given"
                        + " where course_id = :course and learner_id = :learner")
                .setParameter("course", course)
                .setParameter("learner", learner.value())
                .setParameter("family", person.family())
                .setParameter("given", person.given())
                .executeUpdate();
    }

    /** Whether somebody teaches nothing, and no course in which they ever learnt is without this teacher. */
    public boolean learnsOnlyWith(UserId teacher, UserId learner) {
        return database.createNativeQuery("""
                        select 1 from account where exists (select 1 from course_teacher where teacher_id = :learner)
                            or exists (select 1 from enrolment e where e.learner_id = :learner and not exists
                                (select 1 from course_teacher t where t.course_id = e.course_id
                                 and t.teacher_id = :teacher and t.role <> 'ASSISTANT')) limit 1""")
                .setParameter("learner", learner.value())
                .setParameter("teacher", teacher.value())
                .getResultList()
                .isEmpty();
    }

    /** Takes in again who was in the course before. Says whether there was such a learner. */
    public boolean comeBack(long course, UserId learner) {
        return database.createNativeQuery("update enrolment e set left_at = null where course_id = :course"
                                + " and learner_id = :learner and left_at is not null and not exists"
                                + " (select 1 from course_teacher t where t.course_id = e.course_id"
                                + " and t.teacher_id = e.learner_id)")
                        .setParameter("course", course)
                        .setParameter("learner", learner.value())
                        .executeUpdate()
                > 0;
    }

    /** Says whether they were in the course. */
    public boolean leave(long course, UserId learner, Instant now) {
        return database.createNativeQuery("update enrolment set left_at = :now"
                                + " where course_id = :course and learner_id = :learner and left_at is null")
                        .setParameter("course", course)
                        .setParameter("learner", learner.value())
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /** Says whether they did not teach it already. A learner becomes a teacher and is a learner no more. */
    public boolean appoint(long course, UserId teacher, CourseRole role, Instant now) {
        return appoint(course, teacher, role, Optional.empty(), now);
    }

    /** @param sections those in which an assistant sees learners; empty for the whole course */
    public boolean appoint(long course, UserId teacher, CourseRole role, Optional<Set<Long>> sections, Instant now) {
        leave(course, teacher, now);
        return database.createNativeQuery("insert into course_teacher (course_id, teacher_id, role, since, sections)"
                                + " values (:course, :teacher, :role, :now, cast(:sections as bigint[]))"
                                + " on conflict do nothing")
                        .setParameter("sections", array(sections))
                        .setParameter("course", course)
                        .setParameter("teacher", teacher.value())
                        .setParameter("role", role.name())
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /** Gives an assistant other sections, or the whole course. Says whether there is such an assistant. */
    public boolean assign(long course, UserId assistant, Optional<Set<Long>> sections) {
        return database.createNativeQuery("update course_teacher set sections = cast(:sections as bigint[])"
                                + " where course_id = :course and teacher_id = :teacher and role = 'ASSISTANT'")
                        .setParameter("sections", array(sections))
                        .setParameter("course", course)
                        .setParameter("teacher", assistant.value())
                        .executeUpdate()
                > 0;
    }

    private static Long @Nullable [] array(Optional<Set<Long>> sections) {
        return sections.map(ids -> ids.toArray(Long[]::new)).orElse(null);
    }

    private static Set<Long> numbers(String list) {
        return list.isEmpty()
                ? Set.of()
                : Stream.of(list.split(",")).map(Long::valueOf).collect(Collectors.toSet());
    }

    /** Says whether they were a co-teacher or assistant. The teacher themselves is never taken from their course. */
    public boolean dismiss(long course, UserId teacher) {
        return database.createNativeQuery("delete from course_teacher where course_id = :course"
                                + " and teacher_id = :teacher and role <> 'TEACHER'")
                        .setParameter("course", course)
                        .setParameter("teacher", teacher.value())
                        .executeUpdate()
                > 0;
    }

    /** The teacher and a co-teacher change places. Says whether there is such a co-teacher. */
    public boolean handOver(long course, UserId to) {
        if (!promoted(course, to)) {
            return false;
        }
        // First down, then up: a course has one teacher at any moment.
        database.createNativeQuery(
                        "update course_teacher set role = 'CO_TEACHER' where course_id = :course and role = 'TEACHER'")
                .setParameter("course", course)
                .executeUpdate();
        database.createNativeQuery(
                        "update course_teacher set role = 'TEACHER' where course_id = :course and teacher_id = :teacher")
                .setParameter("course", course)
                .setParameter("teacher", to.value())
                .executeUpdate();
        return true;
    }

    private boolean promoted(long course, UserId teacher) {
        return !database.createNativeQuery("select 1 from course_teacher where course_id = :course"
                        + " and teacher_id = :teacher and role = 'CO_TEACHER' for update")
                .setParameter("course", course)
                .setParameter("teacher", teacher.value())
                .getResultList()
                .isEmpty();
    }

    /** How many courses somebody has opened or taken over. */
    public long taughtBy(UserId teacher) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from course_teacher where teacher_id = :teacher and role = 'TEACHER'")
                        .setParameter("teacher", teacher.value())
                        .getSingleResult())
                .longValue();
    }

    /** Two requests of one teacher to open a course come one after another. */
    public void lockTeacher(UserId teacher) {
        database.createNativeQuery("select id from account where id = :teacher for update")
                .setParameter("teacher", teacher.value())
                .getResultList();
    }

    private record Row(
            long course,
            String title,
            ZoneId zone,
            boolean archived,
            CourseRole role,
            boolean coTeachersLead,
            Optional<String> sections) {

        Seat seat(UserId user) {
            var leads = role == CourseRole.TEACHER || role == CourseRole.CO_TEACHER && coTeachersLead;
            return new Seat(
                    course,
                    title,
                    zone,
                    archived,
                    user,
                    role,
                    new SeatRights(leads, sections.map(SeatRepository::numbers)));
        }
    }
}
