package org.nabla.gradebook.mistakes;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.query.Period;
import org.nabla.query.Replica;
import org.nabla.query.Rows;

/** What a course got wrong, and how its learners fared with each problem. */
@Singleton
class MistakeRepository {
    /** What was handed in: few of the many problems that were opened. */
    private static final String SENT = """
            from assignment a join assignment_problem p on p.course_id = a.course_id and p.assignment_id = a.id
            join handed_in h on h.problem_id = p.id
            where a.course_id = :course and (cast(:assignment as bigint) is null or a.id = :assignment)""";

    private final Replica replica;

    MistakeRepository(Replica replica) {
        this.replica = replica;
    }

    /** @param assignment only of this one; all of the course where there is none */
    List<WrongResponse> wrong(long course, @Nullable Long assignment) {
        return replica.read(database -> Period.of(
                        asked(database, "select min(h.submitted_at), max(h.submitted_at) " + SENT, course, assignment))
                .map(period -> Rows.all(
                        period.in(asked(database, """
                        select e.template, e.id, r.part, h.learner_id, h.submitted_at, r.typed, r.mistake, r.understood,
                               coalesce(r.verdict ->> 'message', '')
                        from (select h.*, a.due_at, p.position %s) h
                        join exercise e on e.id = h.exercise_id cross join lateral (%s) r
                        where r.outcome in ('WRONG', 'PARTIAL')
                              and coalesce(h.regraded_outcome, h.outcome) in ('WRONG', 'PARTIAL')
                        order by h.due_at, h.position, r.part, h.submitted_at, r.id""".formatted(SENT, Period.RESPONSES), course, assignment)),
                        WrongResponse.class))
                .orElse(List.of()));
    }

    /** How one learner fared at one problem, and what they have of all the other points of its assignment. */
    List<Fared> fared(long course, @Nullable Long assignment) {
        return replica
                .read(database -> Rows.all(asked(database, """
                with known as (
                    select h.problem_id, h.learner_id, h.submitted_at, h.spent_seconds,
                           min(h.submitted_at) filter (where coalesce(h.regraded_outcome, h.outcome) = 'CORRECT')
                               over (partition by h.problem_id, h.learner_id) as right_at
                    %s),
                tries as (
                    select problem_id, learner_id, sum(spent_seconds) filter (where submitted_at <= right_at) as spent
                    from known group by problem_id, learner_id)
                select p.template, p.id, w.exercise_id, w.learner_id, w.share, w.used, w.first_right, w.solved, w.wrong_in_row,
                       o.learner_id is not null, tries.spent,
                       (sum(w.share * p.points) over all_theirs - w.share * p.points)
                           / nullif(sum(p.points) over all_theirs - p.points, 0)
                from tries join course_mark w
                    on w.course_id = :course and w.problem_id = tries.problem_id and w.learner_id = tries.learner_id
                join assignment_problem p on p.course_id = w.course_id and p.id = w.problem_id
                left join help_opened o on o.learner_id = w.learner_id and o.exercise_id = w.exercise_id
                where w.used > 0
                window all_theirs as (partition by p.assignment_id, w.learner_id)""".formatted(SENT), course, assignment), Row.class))
                .stream()
                .map(Row::fared)
                .toList();
    }

    private static Query asked(EntityManager database, String query, long course, @Nullable Long assignment) {
        return database.createNativeQuery(query).setParameter("course", course).setParameter("assignment", assignment);
    }

    private record Row(
            ExerciseId template,
            long problem,
            long exercise,
            UserId learner,
            double share,
            int used,
            boolean firstRight,
            boolean solved,
            int wrongInRow,
            boolean helped,
            Optional<Long> seconds,
            Optional<Double> rest) {

        Fared fared() {
            return new Fared(
                    template,
                    problem,
                    exercise,
                    learner,
                    share,
                    used,
                    firstRight,
                    solved,
                    wrongInRow,
                    helped,
                    seconds.map(Duration::ofSeconds),
                    rest.map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
        }
    }
}
