package org.nabla.teaching.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseRemoved;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.SeatRepository;
import org.nabla.query.Rows;

/**
 * Plays a course: people, assignments, answers, doubts and marks are made by the services that real ones go through, at times
 * that have passed. The same seed plays the same people; whole courses go in one act.
 */
@Singleton
public class DemoCourses {

    public static final int LEARNERS = 30;

    private final CourseService courses;
    private final SeatRepository seats;
    private final DemoTeachers teachers;
    private final DemoLearners learners;
    private final Event<CourseRemoved> removed;
    private final EntityManager database;
    private final Clock clock;

    DemoCourses(
            CourseService courses,
            SeatRepository seats,
            DemoTeachers teachers,
            DemoLearners learners,
            Event<CourseRemoved> removed,
            EntityManager database,
            Clock clock) {
        this.courses = courses;
        this.seats = seats;
        this.teachers = teachers;
        this.learners = learners;
        this.removed = removed;
        this.database = database;
        this.clock = clock;
    }

    /** How far one is that is being made. */
    String progress(UserId teacher) {
        return QuarkusTransaction.requiringNew()
                .call(() -> of(teacher).stream().findFirst().map(this::given).orElse("it begins"));
    }

    private String given(long course) {
        var given = ((Number) database.createNativeQuery("select count(*) from assignment where course_id = :course")
                        .setParameter("course", course)
                        .getSingleResult())
                .intValue();
        return given == 0
                ? "its learners come in"
                : "assignment %d of %d is being answered".formatted(given, DemoPlan.ACTS.size());
    }

    /** Opens an empty demo course for a teacher. @return its seat, on which {@link #play} fills it */
    public Seat open(UserId teacher) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var course = courses.open(teacher, DemoPlan.TITLE, ZoneOffset.UTC);
            database.createNativeQuery("update course set demo = true where id = :course")
                    .setParameter("course", course)
                    .executeUpdate();
            return seats.find(course, teacher).orElseThrow();
        });
    }

    /** Fills a demo course. The same seed plays the same. On whatever thread: no request need be there. */
    @ActivateRequestContext
    public void play(Seat seat, long seed, int people) {
        var stage = new Stage(seat, seed, clock.instant());
        var cast = new ArrayList<Stage.Learner>();
        for (int i = 0; i < people; i++) {
            cast.add(stage.learner(learners.enter(stage, i)));
        }
        for (var act : DemoPlan.ACTS) {
            var assignment = teachers.give(stage, act);
            cast.forEach(learner -> learners.work(stage, learner, act, assignment));
            teachers.afterwards(stage, act, assignment, cast);
        }
    }

    /** The demo courses that somebody teaches. */
    @Transactional
    public List<Long> of(UserId teacher) {
        List<?> rows = database.createNativeQuery(
                        "select c.id from course c join course_teacher t on t.course_id = c.id"
                                + " where c.demo and t.teacher_id = :teacher order by c.id")
                .setParameter("teacher", teacher.value())
                .getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Whether there is no course at all. */
    @Transactional
    public boolean isFirst() {
        return database.createNativeQuery("select 1 from course limit 1")
                .getResultList()
                .isEmpty();
    }

    /** Removes a demo course, its people and all that they did. Says whether there was one. */
    @Transactional
    public boolean remove(UserId teacher, long course) {
        if (!of(teacher).contains(course)) {
            return false;
        }
        // Whoever binds something to it in this moment waits, and finds it gone.
        database.createNativeQuery("select 1 from course where id = :course for update")
                .setParameter("course", course)
                .getResultList();
        List<?> made = database.createNativeQuery(
                        "select exercise_id from assignment_problem where course_id = :course and exercise_id is not null"
                                + " union select w.exercise_id from assigned_exercise w join assignment_problem p on p.id ="
                                + " w.problem_id where p.course_id = :course"
                                + " union select d.exercise_id from drawn_exercise d join assignment_problem p on p.id ="
                                + " d.problem_id where p.course_id = :course")
                .setParameter("course", course)
                .getResultList();
        database.createNativeQuery("delete from account where demo_course_id = :course")
                .setParameter("course", course)
                .executeUpdate();
        removed.fire(new CourseRemoved(course));
        database.createNativeQuery("update enrolment set section_id = null where course_id = :course")
                .setParameter("course", course)
                .executeUpdate();
        pointingTo("course")
                .forEach(reference -> database.createNativeQuery(
                                "delete from " + reference.table() + " where " + reference.column() + " = :course")
                        .setParameter("course", course)
                        .executeUpdate());
        database.createNativeQuery("delete from course where id = :course")
                .setParameter("course", course)
                .executeUpdate();
        forget(made);
        return true;
    }

    /** A column that points to a table. */
    private record Reference(String table, String column) {}

    /** Names of the database itself, none of which anybody types. */
    private List<Reference> pointingTo(String table) {
        return Rows.all(
                database.createNativeQuery("select cast(c.conrelid::regclass as text), a.attname from pg_constraint c"
                                + " join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]"
                                + " where c.contype = 'f' and c.conparentid = 0 and c.confrelid = cast(:table as regclass)"
                                + " order by 1 desc")
                        .setParameter("table", table),
                Reference.class);
    }

    /** Exercises that only the course used. */
    private void forget(List<?> exercises) {
        if (exercises.isEmpty()) {
            return;
        }
        var unused = pointingTo("exercise").stream()
                .map(r -> " and not exists (select 1 from " + r.table() + " r where r." + r.column() + " = e.id)")
                .reduce("", String::concat);
        database.createNativeQuery("delete from exercise e where e.id in (:made)" + unused)
                .setParameter("made", exercises)
                .executeUpdate();
    }
}
