package org.nabla.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nabla.account.UserId;
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

    /** A template as it was for some learners. */
    record Edition(String template, int version) {}

    /** All editions of which learners of a course have answered exercises, and the answers were not graded anew. */
    List<Edition> editions(long course) {
        List<?> rows =
                database.createNativeQuery("""
                        select distinct e.template, e.version
                        from assignment a join assignment_problem p on p.assignment_id = a.id
                        join assigned_exercise w on w.problem_id = p.id join exercise e on e.id = w.exercise_id
                        where a.course_id = :course
                              and exists (select 1 from handed_in h where h.problem_id = w.problem_id
                                          and h.learner_id = w.learner_id and h.regraded_version is null)""").setParameter("course", course).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(c -> new Edition((String) c[0], ((Number) c[1]).intValue()))
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
