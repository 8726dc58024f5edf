package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.query.Rows;

/** Exercises that wait for learners to open them, and the assignments for which some are still to be drawn. */
@Singleton
class DrawnRepository {
    /** An instance that has not written for so long does not run any more. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final EntityManager database;

    DrawnRepository(EntityManager database) {
        this.database = database;
    }

    /** An assignment to prepare. @param wanted when it was last asked for */
    record Job(AssignmentKey assignment, Instant wanted) {}

    /** A learner for whom nothing is drawn at a problem. */
    record Missing(long problem, UserId learner) {}

    /** The exercise that waits for a learner at a problem. */
    Optional<Long> drawn(long problem, UserId learner) {
        return first(database.createNativeQuery(
                        "select exercise_id from drawn_exercise where problem_id = :problem and learner_id = :learner")
                .setParameter("problem", problem)
                .setParameter("learner", learner.value())
                .getResultList());
    }

    /** Keeps what was drawn, unless something was drawn meanwhile, or the learner is gone. Of an assignment that stands. */
    void keep(Missing desk, long exercise, Instant now) {
        database.createNativeQuery("insert into drawn_exercise (problem_id, learner_id, exercise_id, drawn_at)"
                        + " select :problem, a.id, :exercise, :now from account a where a.id = :learner"
                        + " on conflict do nothing")
                .setParameter("problem", desk.problem())
                .setParameter("learner", desk.learner().value())
                .setParameter("exercise", exercise)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Those of the course who have neither opened a problem nor have something drawn for it. */
    List<Missing> missing(AssignmentKey assignment) {
        return Rows.all(
                database.createNativeQuery("""
                        select p.id, e.learner_id from assignment a
                        join assignment_problem p on p.course_id = a.course_id and p.assignment_id = a.id
                        join enrolment e on e.course_id = a.course_id and e.left_at is null
                        where a.course_id = :course and a.id = :assignment
                          and not exists (select 1 from drawn_exercise d
                                          where d.problem_id = p.id and d.learner_id = e.learner_id)
                          and not exists (select 1 from assigned_exercise w
                                          where w.problem_id = p.id and w.learner_id = e.learner_id)
                        order by e.learner_id, p.position""")
                        .setParameter("course", assignment.course())
                        .setParameter("assignment", assignment.id()),
                Missing.class);
    }

    /** The one exercise of all learners at a problem; nobody else draws it until the end of the transaction. */
    Optional<Long> shared(Problem problem) {
        return first(database.createNativeQuery("select exercise_id from assignment_problem"
                        + " where course_id = :course and id = :problem for update")
                .setParameter("course", problem.course())
                .setParameter("problem", problem.id())
                .getResultList());
    }

    void share(Problem problem, long exercise) {
        database.createNativeQuery("update assignment_problem set exercise_id = :exercise"
                        + " where course_id = :course and id = :problem and exercise_id is null")
                .setParameter("exercise", exercise)
                .setParameter("course", problem.course())
                .setParameter("problem", problem.id())
                .executeUpdate();
    }

    /** Nothing is drawn any more, as where other rules hold for whose numbers are whose. Of an assignment that nobody has begun. */
    void forget(Assignment assignment) {
        forget(assignment.problems().stream().map(Problem::id).toList());
        database.createNativeQuery("update assignment_problem set exercise_id = null"
                        + " where course_id = :course and assignment_id = :assignment")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id())
                .executeUpdate();
    }

    /** What was drawn for these problems. */
    void forget(List<Long> problems) {
        database.createNativeQuery("delete from drawn_exercise where problem_id = any (cast(:problems as bigint[]))")
                .setParameter("problems", problems.toArray(Long[]::new))
                .executeUpdate();
    }

    void want(AssignmentKey assignment, Instant now) {
        want("id = :id", assignment, now);
    }

    /** All that can still be worked on in a course. */
    void wantAllOf(long course, Instant now) {
        want("id > :id and closes_at > :now", new AssignmentKey(course, 0), now);
    }

    private void want(String which, AssignmentKey assignment, Instant now) {
        database.createNativeQuery("insert into assignment_to_prepare (course_id, assignment_id, wanted_at)"
                        + " select course_id, id, :now from assignment where course_id = :course and " + which
                        + " on conflict (course_id, assignment_id) do update set wanted_at = excluded.wanted_at")
                .setParameter("course", assignment.course())
                .setParameter("id", assignment.id())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The next assignment to prepare, which from now on is being prepared here: what opens first comes first. */
    Optional<Job> take(Instant now) {
        return Rows.first(
                database.createNativeQuery("""
                        update assignment_to_prepare set taken_at = :now where (course_id, assignment_id) = (
                            select q.course_id, q.assignment_id from assignment_to_prepare q
                            join assignment a on a.course_id = q.course_id and a.id = q.assignment_id
                            where q.taken_at is null or q.taken_at < :silent
                            order by a.opens_at, a.id limit 1 for update of q skip locked)
                        returning course_id, assignment_id, wanted_at""").setParameter("now", now).setParameter("silent", now.minus(SILENCE)),
                Job.class);
    }

    void goesOn(Job job, Instant now) {
        database.createNativeQuery("update assignment_to_prepare set taken_at = :now"
                        + " where course_id = :course and assignment_id = :id")
                .setParameter("now", now)
                .setParameter("course", job.assignment().course())
                .setParameter("id", job.assignment().id())
                .executeUpdate();
    }

    /** It is prepared, unless it was asked for again meanwhile: then it waits for the next turn. */
    void done(Job job) {
        database.createNativeQuery("delete from assignment_to_prepare where course_id = :course and assignment_id = :id"
                        + " and wanted_at = :wanted")
                .setParameter("course", job.assignment().course())
                .setParameter("id", job.assignment().id())
                .setParameter("wanted", job.wanted())
                .executeUpdate();
        database.createNativeQuery("update assignment_to_prepare set taken_at = null"
                        + " where course_id = :course and assignment_id = :id")
                .setParameter("course", job.assignment().course())
                .setParameter("id", job.assignment().id())
                .executeUpdate();
    }

    private static Optional<Long> first(List<?> ids) {
        return ids.stream().filter(Objects::nonNull).findFirst().map(id -> ((Number) id).longValue());
    }
}
