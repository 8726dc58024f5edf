package org.nabla.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.grading.Outcome;

/** What was answered at the exercises of a course's assignments. */
@ApplicationScoped
class AnswerRepository {

    private static final String ANSWERS = """
            select h.learner_id, a.id, p.position, t.template, t.version, t.seed, t.exercise_id, t.id, t.submitted_at,
                   coalesce(h.regraded_outcome, t.outcome), coalesce(h.regraded_score, t.score), t.spent_seconds,
                   coalesce(r.part, ''), coalesce(r.typed, ''), coalesce(r.outcome, '')
            from assignment a join assignment_problem p on p.assignment_id = a.id
            join handed_in h on h.problem_id = p.id
            join submission s on s.id = h.submission
            join attempt t on t.id = s.attempt_id and t.submitted_at = s.submitted_at
            left join response r on r.attempt_id = t.id and r.submitted_at = t.submitted_at
            where a.course_id = :course and (cast(:learner as bigint) is null or h.learner_id = :learner)
              and (cast(:assignment as bigint) is null or a.id = :assignment)
            order by h.learner_id, p.position, t.submitted_at, t.id, r.id""";

    private static final String SHARES = """
            select w.learner_id, p.assignment_id, p.position, w.share from assignment a
            join assignment_problem p on p.assignment_id = a.id join assigned_exercise w on w.problem_id = p.id
            where a.course_id = :course and (cast(:assignment as bigint) is null or a.id = :assignment)
              and w.last_at is not null""";

    /** Undecided, or doubted by the learner without an answer so far. */
    private static final String TO_MARK = """
            select distinct h.learner_id, a.id from assignment a join assignment_problem p on p.assignment_id = a.id
            join assigned_exercise w on w.problem_id = p.id
            join handed_in h on h.problem_id = p.id and h.learner_id = w.learner_id
            join submission s on s.id = h.submission
            join attempt t on t.id = s.attempt_id and t.submitted_at = s.submitted_at
            left join report d on d.submission = h.submission and d.answered_at is null
            where a.course_id = :course
              and ((not w.solved and coalesce(h.regraded_outcome, t.outcome) = 'UNDECIDED') or d.id is not null)
              and not exists (select 1 from mark_override o where o.assignment_id = a.id and o.learner_id = h.learner_id)""";

    private final EntityManager database;

    AnswerRepository(EntityManager database) {
        this.database = database;
    }

    /**
     * What was typed into one box, or nothing where all were left empty.
     *
     * @param outcome and score of the whole answer, as they count now
     * @param spent in seconds, as far as it is known
     */
    record Answer(
            UserId learner,
            long assignment,
            int position,
            ExerciseId template,
            int version,
            long seed,
            long exercise,
            long attempt,
            Instant at,
            Outcome outcome,
            double score,
            Optional<Integer> spent,
            String part,
            String typed,
            String found) {}

    /** In the order in which they were given, by learner and exercise. */
    List<Answer> of(long course, @Nullable Long learner, @Nullable Long assignment) {
        List<?> rows = database.createNativeQuery(ANSWERS)
                .setParameter("course", course)
                .setParameter("learner", learner)
                .setParameter("assignment", assignment)
                .getResultList();
        return rows.stream().map(row -> answer((Object[]) row)).toList();
    }

    private static Answer answer(Object[] c) {
        return new Answer(
                new UserId(number(c[0])),
                number(c[1]),
                (int) number(c[2]),
                new ExerciseId((String) c[3]),
                (int) number(c[4]),
                number(c[5]),
                number(c[6]),
                number(c[7]),
                (Instant) c[8],
                Outcome.valueOf((String) c[9]),
                ((Number) c[10]).doubleValue(),
                Optional.ofNullable((Number) c[11]).map(Number::intValue),
                (String) c[12],
                (String) c[13],
                (String) c[14]);
    }

    /** Which share of each exercise a learner has, by learner, assignment and position. */
    Map<UserId, Map<Long, Map<Integer, Double>>> shares(long course, @Nullable Long assignment) {
        List<?> rows = database.createNativeQuery(SHARES)
                .setParameter("course", course)
                .setParameter("assignment", assignment)
                .getResultList();
        var shares = new HashMap<UserId, Map<Long, Map<Integer, Double>>>();
        for (var row : rows) {
            var c = (Object[]) row;
            shares.computeIfAbsent(new UserId(number(c[0])), l -> new HashMap<>())
                    .computeIfAbsent(number(c[1]), a -> new HashMap<>())
                    .put((int) number(c[2]), ((Number) c[3]).doubleValue());
        }
        return shares;
    }

    /** At which assignments of which learners somebody should look: the checker did not know, or the learner doubts it. */
    Map<UserId, Set<Long>> toMark(long course) {
        List<?> rows = database.createNativeQuery(TO_MARK)
                .setParameter("course", course)
                .getResultList();
        var found = new HashMap<UserId, Set<Long>>();
        for (var row : rows) {
            var c = (Object[]) row;
            found.computeIfAbsent(new UserId(number(c[0])), l -> new HashSet<>())
                    .add(number(c[1]));
        }
        return found;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
