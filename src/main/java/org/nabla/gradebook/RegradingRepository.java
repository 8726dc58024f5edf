package org.nabla.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.Attempted;
import org.nabla.grading.Outcome;

/** The exercises and attempts that a corrected template concerns. */
@ApplicationScoped
class RegradingRepository {
    private final EntityManager database;

    RegradingRepository(EntityManager database) {
        this.database = database;
    }

    /** An exercise that a learner has, of some version of its template. */
    record Held(long assignment, long problem, int position, double points, UserId learner, long exercise) {}

    /** A template as it was for some learners. @param gradedBy the version by which their answers are graded now */
    record Edition(String template, int version, int gradedBy) {}

    /**
     * What was sent at a problem.
     *
     * @param own the verdict of the attempt itself
     * @param regradedVersion of the template by which another verdict was found that counts instead; empty where none does
     */
    record Sent(
            UUID submission,
            UserId learner,
            long exercise,
            Outcome outcome,
            double score,
            Attempted own,
            Optional<Integer> regradedVersion,
            Map<String, String> typed) {}

    /** All that was sent at a problem, from first to last. */
    List<Sent> sent(long problem) {
        List<?> rows =
                database.createNativeQuery("""
                        select h.submission, h.learner_id, t.exercise_id, t.outcome, t.score, t.submitted_at, t.parts,
                               h.regraded_version, r.part, r.typed
                        from handed_in h join submission s on s.id = h.submission
                        join attempt t on t.id = s.attempt_id and t.submitted_at = s.submitted_at
                        join response r on r.attempt_id = t.id and r.submitted_at = t.submitted_at
                        where h.problem_id = :problem order by t.submitted_at, t.id, r.id""").setParameter("problem", problem).getResultList();
        var byForm = new LinkedHashMap<UUID, List<Object[]>>();
        for (var row : rows) {
            var c = (Object[]) row;
            byForm.computeIfAbsent((UUID) c[0], form -> new ArrayList<>()).add(c);
        }
        return byForm.values().stream().map(RegradingRepository::sent).toList();
    }

    private static Sent sent(List<Object[]> rows) {
        var c = rows.get(0);
        var outcome = Outcome.valueOf((String) c[3]);
        var score = ((Number) c[4]).doubleValue();
        var typed = new LinkedHashMap<String, String>();
        rows.forEach(row -> typed.put((String) row[8], (String) row[9]));
        return new Sent(
                (UUID) c[0],
                new UserId(number(c[1])),
                number(c[2]),
                outcome,
                score,
                new Attempted(
                        (Instant) c[5],
                        outcome,
                        score,
                        Attempted.unfinished(outcome, score, (int) number(c[6]), rows.size())),
                Optional.ofNullable((Number) c[7]).map(Number::intValue),
                typed);
    }

    /** What was typed into a box and did not count as right. */
    record Wrong(long exercise, String part, UserId learner, String typed) {}

    /** All that did not count as right at a problem, and does not by now. */
    List<Wrong> wrong(long problem) {
        List<?> rows =
                database.createNativeQuery("""
                        select t.exercise_id, r.part, h.learner_id, r.typed
                        from handed_in h join submission s on s.id = h.submission
                        join attempt t on t.id = s.attempt_id and t.submitted_at = s.submitted_at
                        join response r on r.attempt_id = t.id and r.submitted_at = t.submitted_at
                        where h.problem_id = :problem and r.outcome in ('WRONG', 'PARTIAL', 'UNDECIDED')
                              and coalesce(h.regraded_outcome, t.outcome) <> 'CORRECT'
                        order by t.submitted_at, r.id""").setParameter("problem", problem).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(c -> new Wrong(number(c[0]), (String) c[1], new UserId(number(c[2])), (String) c[3]))
                .toList();
    }

    void accept(long problem, RegradingAct.Accept answer, Instant now) {
        database.createNativeQuery("insert into accepted_answer (problem_id, exercise_id, part, value, accepted_at)"
                        + " values (:problem, :exercise, :part, :value, :now) on conflict do nothing")
                .setParameter("problem", problem)
                .setParameter("exercise", answer.exercise())
                .setParameter("part", answer.part())
                .setParameter("value", answer.value())
                .setParameter("now", now)
                .executeUpdate();
    }

    void forget(long problem, long accepted) {
        database.createNativeQuery("delete from accepted_answer where id = :id and problem_id = :problem")
                .setParameter("id", accepted)
                .setParameter("problem", problem)
                .executeUpdate();
    }

    void fullMarks(long problem, boolean full) {
        database.createNativeQuery("update assignment_problem set full_marks = :full where id = :problem")
                .setParameter("full", full)
                .setParameter("problem", problem)
                .executeUpdate();
    }

    /** Lets another verdict count, or that of the attempt again. */
    void put(UUID submission, Optional<TeacherRegrading.Regraded> verdict) {
        if (verdict.isPresent()) {
            regrade(
                    submission,
                    verdict.get().outcome(),
                    verdict.get().score(),
                    verdict.get().version());
            return;
        }
        database.createNativeQuery("update handed_in set regraded_outcome = null, regraded_score = null,"
                        + " regraded_version = null where submission = :submission and regraded_outcome is not null")
                .setParameter("submission", submission)
                .executeUpdate();
    }

    /** All editions of which learners of a course have answered exercises, and the answers were not graded anew. */
    List<Edition> editions(long course) {
        List<?> rows =
                database.createNativeQuery("""
                        select distinct e.template, e.version, coalesce(h.regraded_version, e.version)
                        from assignment a join assignment_problem p on p.assignment_id = a.id
                        join assigned_exercise w on w.problem_id = p.id join exercise e on e.id = w.exercise_id
                        join handed_in h on h.problem_id = w.problem_id and h.learner_id = w.learner_id
                        where a.course_id = :course""").setParameter("course", course).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(c -> new Edition((String) c[0], (int) number(c[1]), (int) number(c[2])))
                .toList();
    }

    /** Who has an exercise of this edition and has answered it. */
    List<Held> held(long course, Edition edition) {
        List<?> rows = database.createNativeQuery("""
                        select a.id, p.id, p.position, p.points, w.learner_id, w.exercise_id
                        from assignment a join assignment_problem p on p.assignment_id = a.id
                        join assigned_exercise w on w.problem_id = p.id join exercise e on e.id = w.exercise_id
                        where a.course_id = :course and e.template = :template and e.version = :version
                              and exists (select 1 from handed_in h
                                          where h.problem_id = p.id and h.learner_id = w.learner_id)
                        order by a.due_at, a.id, p.position, w.learner_id""")
                .setParameter("course", course)
                .setParameter("template", edition.template())
                .setParameter("version", edition.version())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(c -> new Held(
                        number(c[0]),
                        number(c[1]),
                        (int) number(c[2]),
                        ((Number) c[3]).doubleValue(),
                        new UserId(number(c[4])),
                        number(c[5])))
                .toList();
    }

    /** What was typed into the boxes, by the form that was sent, from first to last. */
    Map<UUID, Map<String, String>> typed(long problem, UserId learner) {
        List<?> rows = database.createNativeQuery("""
                        select h.submission, r.part, r.typed
                        from handed_in h join submission s on s.id = h.submission
                        join response r on r.attempt_id = s.attempt_id and r.submitted_at = s.submitted_at
                        where h.problem_id = :problem and h.learner_id = :learner
                        order by s.submitted_at, s.attempt_id, r.id""")
                .setParameter("problem", problem)
                .setParameter("learner", learner.value())
                .getResultList();
        var typed = new LinkedHashMap<UUID, Map<String, String>>();
        for (var row : rows) {
            var c = (Object[]) row;
            typed.computeIfAbsent((UUID) c[0], s -> new LinkedHashMap<>()).put((String) c[1], (String) c[2]);
        }
        return typed;
    }

    void regrade(UUID submission, Outcome outcome, double score, int version) {
        database.createNativeQuery("update handed_in set regraded_outcome = :outcome, regraded_score = :score,"
                        + " regraded_version = :version where submission = :submission")
                .setParameter("outcome", outcome.name())
                .setParameter("score", score)
                .setParameter("version", version)
                .setParameter("submission", submission)
                .executeUpdate();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
