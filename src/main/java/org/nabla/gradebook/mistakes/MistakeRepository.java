package org.nabla.gradebook.mistakes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;

/** What a course got wrong, and how its learners fared with each problem. */
@ApplicationScoped
class MistakeRepository {
    private static final String SCOPE =
            " a.course_id = :course and (cast(:assignment as bigint) is null or a.id = :assignment)";

    private final EntityManager database;

    MistakeRepository(EntityManager database) {
        this.database = database;
    }

    /** @param assignment only of this one; all of the course where there is none */
    List<WrongResponse> wrong(long course, @Nullable Long assignment) {
        List<?> rows = database.createNativeQuery("""
                        select t.template, t.exercise_id, r.part, h.learner_id, t.submitted_at, r.typed, r.mistake,
                               r.understood, r.verdict ->> 'message'
                        from assignment a join assignment_problem p on p.assignment_id = a.id
                        join handed_in h on h.problem_id = p.id
                        join submission s on s.id = h.submission
                        join attempt t on t.id = s.attempt_id and t.submitted_at = s.submitted_at
                        join response r on r.attempt_id = t.id and r.submitted_at = t.submitted_at
                        where r.outcome in ('WRONG', 'PARTIAL')
                              and coalesce(h.regraded_outcome, t.outcome) in ('WRONG', 'PARTIAL') and""" + SCOPE + """
                         order by a.due_at, p.position, r.part, t.submitted_at, r.id""")
                .setParameter("course", course)
                .setParameter("assignment", assignment)
                .getResultList();
        return rows.stream().map(row -> wrong((Object[]) row)).toList();
    }

    private static WrongResponse wrong(Object[] c) {
        return new WrongResponse(
                new ExerciseId((String) c[0]),
                number(c[1]),
                (String) c[2],
                new UserId(number(c[3])),
                (Instant) c[4],
                (String) c[5],
                Optional.ofNullable((String) c[6]),
                Optional.ofNullable((String) c[7]),
                Optional.ofNullable((String) c[8]).orElse(""));
    }

    /** How one learner fared at one problem, and what they have of all the other points of its assignment. */
    List<Fared> fared(long course, @Nullable Long assignment) {
        List<?> rows = database.createNativeQuery("""
                        select p.template, p.id, w.exercise_id, w.learner_id, w.share, w.used, w.first_right, w.solved, w.wrong_in_row,
                               o.learner_id is not null, tries.spent,
                               (sum(w.share * p.points) over all_his - w.share * p.points)
                                   / nullif(sum(p.points) over all_his - p.points, 0)
                        from assignment a join assignment_problem p on p.assignment_id = a.id
                        join assigned_exercise w on w.problem_id = p.id
                        left join help_opened o on o.learner_id = w.learner_id and o.exercise_id = w.exercise_id
                        cross join lateral (
                            select sum(known.spent_seconds) filter (where known.submitted_at <= known.right_at) as spent
                            from (select t.submitted_at, t.spent_seconds,
                                         min(t.submitted_at) filter (
                                             where coalesce(h.regraded_outcome, t.outcome) = 'CORRECT') over () as right_at
                                  from handed_in h join submission s on s.id = h.submission
                                  join attempt t on t.id = s.attempt_id and t.submitted_at = s.submitted_at
                                  where h.problem_id = w.problem_id and h.learner_id = w.learner_id) known) tries
                        where w.used > 0 and""" + SCOPE + """
                         window all_his as (partition by a.id, w.learner_id)""")
                .setParameter("course", course)
                .setParameter("assignment", assignment)
                .getResultList();
        return rows.stream().map(row -> fared((Object[]) row)).toList();
    }

    private static Fared fared(Object[] c) {
        return new Fared(
                new ExerciseId((String) c[0]),
                number(c[1]),
                number(c[2]),
                new UserId(number(c[3])),
                ((Number) c[4]).doubleValue(),
                (int) number(c[5]),
                (Boolean) c[6],
                (Boolean) c[7],
                (int) number(c[8]),
                (Boolean) c[9],
                c[10] == null ? Optional.empty() : Optional.of(Duration.ofSeconds(number(c[10]))),
                c[11] == null ? OptionalDouble.empty() : OptionalDouble.of(((Number) c[11]).doubleValue()));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
