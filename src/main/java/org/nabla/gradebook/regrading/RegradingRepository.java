package org.nabla.gradebook.regrading;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.marking.Attempted;
import org.nabla.grading.Outcome;
import org.nabla.query.Period;
import org.nabla.query.Rows;

/** The exercises and attempts that a corrected template concerns. */
@Singleton
public class RegradingRepository {
    private final EntityManager database;

    RegradingRepository(EntityManager database) {
        this.database = database;
    }

    /** An exercise that a learner has, of some version of its template. */
    record Held(
            long course, long assignment, long problem, int position, double points, UserId learner, long exercise) {}

    /** A template as it was for some learners. @param gradedBy the version by which their answers are graded now */
    public record Edition(String template, int version, int gradedBy) {}

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
        var period = period(problem);
        if (period.isEmpty()) {
            return List.of();
        }
        var query = period.get()
                .in(database.createNativeQuery("""
                        select h.submission, h.learner_id, h.exercise_id, h.outcome, h.score, h.submitted_at, h.parts,
                               h.regraded_version, r.part, r.typed
                        from handed_in h cross join lateral (%s) r
                        where h.problem_id = :problem
                        order by h.submitted_at, h.attempt_id, r.id""".formatted(Period.RESPONSES)).setParameter("problem", problem));
        // By learner too: two may have sent the same form, one after the other in one browser.
        var byForm = new LinkedHashMap<List<Object>, List<InBox>>();
        for (var box : Rows.all(query, InBox.class)) {
            byForm.computeIfAbsent(List.of(box.submission(), box.learner()), form -> new ArrayList<>())
                    .add(box);
        }
        return byForm.values().stream().map(RegradingRepository::sent).toList();
    }

    /** One box of a form that was sent; what is before the part is the same for the whole form. */
    private record InBox(
            UUID submission,
            UserId learner,
            long exercise,
            Outcome outcome,
            double score,
            Instant at,
            int parts,
            Optional<Integer> regradedVersion,
            String part,
            String typed) {}

    private static Sent sent(List<InBox> boxes) {
        var form = boxes.get(0);
        var typed = new LinkedHashMap<String, String>();
        boxes.forEach(box -> typed.put(box.part(), box.typed()));
        var unfinished = Attempted.unfinished(form.outcome(), form.score(), form.parts(), boxes.size());
        return new Sent(
                form.submission(),
                form.learner(),
                form.exercise(),
                form.outcome(),
                form.score(),
                new Attempted(form.at(), form.outcome(), form.score(), unfinished),
                form.regradedVersion(),
                typed);
    }

    /** What was typed into a box and did not count as right. */
    record Wrong(long exercise, String part, UserId learner, String typed) {}

    /** All that did not count as right at a problem, and does not by now. */
    List<Wrong> wrong(long problem) {
        var period = period(problem);
        if (period.isEmpty()) {
            return List.of();
        }
        return Rows.all(
                period.get()
                        .in(database.createNativeQuery("""
                        select h.exercise_id, r.part, h.learner_id, r.typed
                        from handed_in h cross join lateral (%s) r
                        where h.problem_id = :problem and r.outcome in ('WRONG', 'PARTIAL', 'UNDECIDED')
                              and coalesce(h.regraded_outcome, h.outcome) <> 'CORRECT'
                        order by h.submitted_at, r.id""".formatted(Period.RESPONSES))
                                .setParameter("problem", problem)),
                Wrong.class);
    }

    private Optional<Period> period(long problem) {
        return Period.of(database.createNativeQuery(
                        "select min(submitted_at), max(submitted_at) from handed_in where problem_id = :problem")
                .setParameter("problem", problem));
    }

    void accept(Problem problem, RegradingAct.Accept answer, Instant now) {
        database.createNativeQuery(
                        "insert into accepted_answer (course_id, problem_id, exercise_id, part, value, accepted_at)"
                                + " values (:course, :problem, :exercise, :part, :value, :now) on conflict do nothing")
                .setParameter("course", problem.course())
                .setParameter("problem", problem.id())
                .setParameter("exercise", answer.exercise())
                .setParameter("part", answer.part())
                .setParameter("value", answer.value())
                .setParameter("now", now)
                .executeUpdate();
    }

    void forget(Problem problem, long accepted) {
        database.createNativeQuery(
                        "delete from accepted_answer where course_id = :course and id = :id and problem_id = :problem")
                .setParameter("id", accepted)
                .setParameter("course", problem.course())
                .setParameter("problem", problem.id())
                .executeUpdate();
    }

    void fullMarks(Problem problem, boolean full) {
        database.createNativeQuery("update assignment_problem set full_marks = :full"
                        + " where course_id = :course and id = :problem")
                .setParameter("full", full)
                .setParameter("course", problem.course())
                .setParameter("problem", problem.id())
                .executeUpdate();
    }

    /** Lets another verdict count, or that of the attempt again. */
    void put(Sent sent, Optional<SecondJudgement.Regraded> verdict) {
        if (verdict.isPresent()) {
            regrade(
                    sent.learner(),
                    sent.submission(),
                    verdict.get().outcome(),
                    verdict.get().score(),
                    verdict.get().version());
            return;
        }
        database.createNativeQuery(
                        "update handed_in set regraded_outcome = null, regraded_score = null,"
                                + " regraded_version = null where learner_id = :learner and submission = :submission and regraded_outcome is not null")
                .setParameter("learner", sent.learner().value())
                .setParameter("submission", sent.submission())
                .executeUpdate();
    }

    /** All editions of which learners of a course have answered exercises, and the answers were not graded anew. */
    List<Edition> editions(long course) {
        return Rows.all(database.createNativeQuery("""
                        select distinct e.template, e.version, coalesce(h.regraded_version, e.version)
                        from assignment a join assignment_problem p on p.course_id = a.course_id and p.assignment_id = a.id
                        join assigned_exercise w on w.problem_id = p.id join exercise e on e.id = w.exercise_id
                        join handed_in h on h.problem_id = w.problem_id and h.learner_id = w.learner_id
                        where a.course_id = :course""").setParameter("course", course), Edition.class);
    }

    /** Who has an exercise of this edition and has answered it. */
    List<Held> held(long course, Edition edition) {
        return Rows.all(
                database.createNativeQuery("""
                        select a.course_id, a.id, p.id, p.position, p.points, w.learner_id, w.exercise_id
                        from assignment a join assignment_problem p on p.course_id = a.course_id and p.assignment_id = a.id
                        join assigned_exercise w on w.problem_id = p.id join exercise e on e.id = w.exercise_id
                        where a.course_id = :course and e.template = :template and e.version = :version
                              and exists (select 1 from handed_in h
                                          where h.problem_id = p.id and h.learner_id = w.learner_id)
                        order by a.due_at, a.id, p.position, w.learner_id""")
                        .setParameter("course", course)
                        .setParameter("template", edition.template())
                        .setParameter("version", edition.version()),
                Held.class);
    }

    /** What was typed into the boxes, by the form that was sent, from first to last. */
    Map<UUID, Map<String, String>> typed(long problem, UserId learner) {
        var period = period(problem);
        if (period.isEmpty()) {
            return Map.of();
        }
        var query = period.get()
                .in(database.createNativeQuery("""
                        select h.submission, r.part, r.typed
                        from handed_in h cross join lateral (%s) r
                        where h.problem_id = :problem and h.learner_id = :learner
                        order by h.submitted_at, h.attempt_id, r.id""".formatted(Period.RESPONSES))
                        .setParameter("problem", problem)
                        .setParameter("learner", learner.value()));
        var typed = new LinkedHashMap<UUID, Map<String, String>>();
        for (var row : Rows.all(query, Typed.class)) {
            typed.computeIfAbsent(row.submission(), s -> new LinkedHashMap<>()).put(row.part(), row.text());
        }
        return typed;
    }

    private record Typed(UUID submission, String part, String text) {}

    void regrade(UserId learner, UUID submission, Outcome outcome, double score, int version) {
        database.createNativeQuery("update handed_in set regraded_outcome = :outcome, regraded_score = :score,"
                        + " regraded_version = :version where learner_id = :learner and submission = :submission")
                .setParameter("learner", learner.value())
                .setParameter("outcome", outcome.name())
                .setParameter("score", score)
                .setParameter("version", version)
                .setParameter("submission", submission)
                .executeUpdate();
    }
}
