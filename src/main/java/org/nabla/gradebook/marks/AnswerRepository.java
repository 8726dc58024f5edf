package org.nabla.gradebook.marks;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.grading.Outcome;
import org.nabla.query.Period;
import org.nabla.query.Rows;

/** What was answered at the exercises of a course's assignments. */
@Singleton
class AnswerRepository {

    private static final String SENT = """
            from assignment a join assignment_problem p on p.course_id = a.course_id and p.assignment_id = a.id
            join handed_in h on h.problem_id = p.id""";

    private static final String WHICH = """
            where a.course_id = :course and (cast(:learner as bigint) is null or h.learner_id = :learner)
              and (cast(:assignment as bigint) is null or a.id = :assignment)""";

    private static final String ANSWERS = """
            select h.learner_id, a.id, p.position, e.template, e.version, e.seed, e.id, h.attempt_id, h.submitted_at,
                   coalesce(h.regraded_outcome, h.outcome), coalesce(h.regraded_score, h.score), h.spent_seconds,
                   coalesce(r.part, ''), coalesce(r.typed, ''), coalesce(r.outcome, '')
            %s
            join exercise e on e.id = h.exercise_id
            left join lateral (%s) r on true
            %s
            order by h.learner_id, p.position, h.submitted_at, h.attempt_id, r.id""".formatted(SENT, Period.RESPONSES, WHICH);

    private static final String SHARES = """
            select w.learner_id, p.assignment_id, p.position, w.share from assignment_problem p
            join course_mark w on w.course_id = p.course_id and w.problem_id = p.id
            where p.course_id = :course and (cast(:assignment as bigint) is null or p.assignment_id = :assignment)
              and w.last_at is not null""";

    /** Undecided, or doubted by the learner without an answer so far. */
    private static final String TO_MARK = """
            select distinct h.learner_id, a.id from assignment a
            join assignment_problem p on p.course_id = a.course_id and p.assignment_id = a.id
            join course_mark w on w.course_id = p.course_id and w.problem_id = p.id
            join handed_in h on h.problem_id = p.id and h.learner_id = w.learner_id
            left join report d on d.learner_id = h.learner_id and d.submission = h.submission and d.answered_at is null
            where a.course_id = :course
              and ((not w.solved and coalesce(h.regraded_outcome, h.outcome) = 'UNDECIDED') or d.id is not null)
              and not exists (select 1 from mark_override o
                              where o.course_id = a.course_id and o.assignment_id = a.id and o.learner_id = h.learner_id)""";

    private final EntityManager database;

    AnswerRepository(EntityManager database) {
        this.database = database;
    }

    /** One box of one attempt at an exercise of an assignment. */
    record Answer(UserId learner, long assignment, int position, Variant exercise, Attempt attempt, Box box) {}

    /** The exercise. @param id its key where it is kept */
    record Variant(ExerciseId template, int version, long seed, long id) {}

    /**
     * The whole answer.
     *
     * @param outcome and score as they count now
     * @param spent in seconds, as far as it is known
     */
    record Attempt(long id, Instant at, Outcome outcome, double score, Optional<Integer> spent) {}

    /** What was typed into a box, or nothing where all were left empty. */
    record Box(String part, String typed, String found) {}

    /** In the order in which they were given, by learner and exercise. */
    List<Answer> of(long course, @Nullable Long learner, @Nullable Long assignment) {
        return Period.of(asked(
                        "select min(h.submitted_at), max(h.submitted_at) " + SENT + "\n" + WHICH,
                        course,
                        learner,
                        assignment))
                .map(period -> Rows.all(period.in(asked(ANSWERS, course, learner, assignment)), Answer.class))
                .orElse(List.of());
    }

    private Query asked(String query, long course, @Nullable Long learner, @Nullable Long assignment) {
        return database.createNativeQuery(query)
                .setParameter("course", course)
                .setParameter("learner", learner)
                .setParameter("assignment", assignment);
    }

    /** Which share of each exercise a learner has, by learner, assignment and position. */
    Map<UserId, Map<Long, Map<Integer, Double>>> shares(long course, @Nullable Long assignment) {
        var query = database.createNativeQuery(SHARES)
                .setParameter("course", course)
                .setParameter("assignment", assignment);
        var shares = new HashMap<UserId, Map<Long, Map<Integer, Double>>>();
        for (var row : Rows.all(query, ShareOf.class)) {
            shares.computeIfAbsent(row.learner(), l -> new HashMap<>())
                    .computeIfAbsent(row.assignment(), a -> new HashMap<>())
                    .put(row.position(), row.share());
        }
        return shares;
    }

    private record ShareOf(UserId learner, long assignment, int position, double share) {}

    private record ToMark(UserId learner, long assignment) {}

    /** At which assignments of which learners somebody should look: the checker did not know, or the learner doubts it. */
    Map<UserId, Set<Long>> toMark(long course) {
        return Rows.all(database.createNativeQuery(TO_MARK).setParameter("course", course), ToMark.class).stream()
                .collect(Collectors.groupingBy(
                        ToMark::learner, Collectors.mapping(ToMark::assignment, Collectors.toSet())));
    }
}
