package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.Attempted;
import org.nabla.classroom.marking.ProblemMark;
import org.nabla.classroom.marking.Standing;
import org.nabla.classroom.outbox.MarkOutbox;
import org.nabla.grading.Outcome;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.query.Period;
import org.nabla.query.Rows;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** What learners found, answered and reached in their assignments. */
@Singleton
public class WorkRepository {
    private static final String TRIES = """
            select h.problem_id, h.learner_id, h.submission, coalesce(h.typed_at, h.submitted_at), coalesce(h.regraded_outcome, h.outcome),
                   coalesce(h.regraded_score, h.score), h.parts, h.answered, h.repeated
            from handed_in h
            where %s
            order by h.problem_id, h.learner_id, coalesce(h.typed_at, h.submitted_at), h.attempt_id""";

    private static final String OF_ASSIGNMENT =
            "h.problem_id in (select id from assignment_problem where assignment_id = :assignment)";

    private final EntityManager database;
    private final Statements statements;
    private final MarkOutbox outbox;

    WorkRepository(EntityManager database, Statements statements, MarkOutbox outbox) {
        this.database = database;
        this.statements = statements;
        this.outbox = outbox;
    }

    /** A learner at a problem. */
    record Desk(long problem, long learner) {}

    /** The exercise that a learner has at a problem; empty before they opened it. */
    Optional<Long> exercise(long problem, UserId learner) {
        return database
                .createNativeQuery(
                        "select exercise_id from assigned_exercise where problem_id = :problem and learner_id = :learner")
                .setParameter("problem", problem)
                .setParameter("learner", learner.value())
                .getResultList()
                .stream()
                .findFirst()
                .map(id -> ((Number) id).longValue());
    }

    /** All that somebody has opened, in whatever assignment. */
    List<Standing> of(UserId learner) {
        return statements.read(opened(learner));
    }

    static Select<Standing> opened(UserId learner) {
        return Select.of(Standing.class, Standing.QUERY + " where w.learner_id = ?", learner.value());
    }

    /** The questions of one template that a learner has met, here or in practice, or will meet here. */
    Set<String> questionsMet(UserId learner, String template) {
        List<?> questions = database.createNativeQuery("""
                        select e.body ->> 'prompt' from exercise e where e.id in (
                            select w.exercise_id from assigned_exercise w where w.learner_id = :learner
                            union
                            select d.exercise_id from drawn_exercise d where d.learner_id = :learner
                            union
                            select s.exercise_id from submission s where s.learner_id = :learner)
                          and e.template = :template""")
                .setParameter("learner", learner.value())
                .setParameter("template", template)
                .getResultList();
        return questions.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    /** Keeps the exercise, unless another request kept one first: then that one stands. */
    void assign(Problem problem, UserId learner, long exercise, Instant now) {
        database.createNativeQuery("""
                        with opened as (
                            insert into assigned_exercise (problem_id, learner_id, exercise_id, opened_at, version)
                            values (:problem, :learner, :exercise, :now, 1) on conflict do nothing
                            returning learner_id, problem_id, version)
                        insert into mark_outbox (learner_id, problem_id, course_id, version, noted_at)
                        select learner_id, problem_id, :course, version, :now from opened""")
                .setParameter("course", problem.course())
                .setParameter("problem", problem.id())
                .setParameter("learner", learner.value())
                .setParameter("exercise", exercise)
                .setParameter("now", now)
                .executeUpdate();
        outbox.written(List.of(learner.value()));
    }

    /** All that anybody found and handed in at these problems, which are gone. */
    void forget(List<Long> problems) {
        database.createNativeQuery("delete from assigned_exercise where problem_id = any (cast(:problems as bigint[]))")
                .setParameter("problems", problems.toArray(Long[]::new))
                .executeUpdate();
    }

    void handIn(long problem, UserId learner, GradedAttempt attempt, Optional<Instant> typedAt) {
        database.createNativeQuery("""
                        insert into handed_in (submission, problem_id, learner_id, typed_at, exercise_id, attempt_id, submitted_at,
                                               outcome, score, spent_seconds, parts, answered)
                        select s.id, :problem, s.learner_id, cast(:typed as timestamptz), a.exercise_id, a.id, a.submitted_at,
                               a.outcome, a.score, a.spent_seconds, a.parts, :answered
                        from submission s
                        join attempt a on a.learner_id = s.learner_id and a.id = s.attempt_id and a.submitted_at = :at
                        where s.learner_id = :learner and s.id = :submission
                        on conflict do nothing""")
                .setParameter("typed", typedAt.orElse(null))
                .setParameter("submission", attempt.submission())
                .setParameter("at", attempt.submittedAt().truncatedTo(ChronoUnit.MICROS))
                .setParameter("answered", attempt.responses().size())
                .setParameter("problem", problem)
                .setParameter("learner", learner.value())
                .executeUpdate();
    }

    void repeated(UserId learner, UUID submission) {
        database.createNativeQuery(
                        "update handed_in set repeated = true where learner_id = :learner and submission = :submission")
                .setParameter("learner", learner.value())
                .setParameter("submission", submission)
                .executeUpdate();
    }

    /** The last form that a learner sent at a problem. */
    Optional<UUID> latest(long problem, UserId learner) {
        List<?> found = database.createNativeQuery("select submission from handed_in"
                        + " where problem_id = :problem and learner_id = :learner"
                        + " order by submitted_at desc, attempt_id desc limit 1")
                .setParameter("problem", problem)
                .setParameter("learner", learner.value())
                .getResultList();
        return found.stream().findFirst().map(UUID.class::cast);
    }

    /** What stood in the last form that a learner sent at a problem, by part. */
    Map<String, String> latestTyped(long problem, UserId learner) {
        var latest = Rows.first(
                database.createNativeQuery("""
                        select attempt_id, submitted_at from handed_in
                        where problem_id = :problem and learner_id = :learner
                        order by submitted_at desc, attempt_id desc limit 1""")
                        .setParameter("problem", problem)
                        .setParameter("learner", learner.value()),
                Latest.class);
        var typed = new LinkedHashMap<String, String>();
        latest.ifPresent(sent -> Rows.all(
                        database.createNativeQuery("select part, typed from response where learner_id = :learner"
                                        + " and attempt_id = :attempt and submitted_at = :at")
                                .setParameter("learner", learner.value())
                                .setParameter("attempt", sent.attempt())
                                .setParameter("at", sent.at()),
                        InBox.class)
                .forEach(box -> typed.put(box.part(), box.typed())));
        return typed;
    }

    /** What was made anew of the latest answer at a problem; empty where nothing was. */
    Optional<Outcome> regraded(long problem, UserId learner) {
        List<?> found = database.createNativeQuery("select coalesce(regraded_outcome, '') from handed_in"
                        + " where problem_id = :problem and learner_id = :learner"
                        + " order by submitted_at desc, attempt_id desc limit 1")
                .setParameter("problem", problem)
                .setParameter("learner", learner.value())
                .getResultList();
        return found.stream()
                .map(String.class::cast)
                .filter(word -> !word.isEmpty())
                .findFirst()
                .map(Outcome::valueOf);
    }

    /** The attempts at one problem, from first to last. Until the end of the transaction nobody else marks it. */
    Map<UUID, Attempted> triesForMarking(long problem, UserId learner) {
        database.createNativeQuery("select 1 from assigned_exercise where problem_id = :problem"
                        + " and learner_id = :learner for update")
                .setParameter("problem", problem)
                .setParameter("learner", learner.value())
                .getResultList();
        return tries(problem, learner);
    }

    /** The attempts at one problem by the forms that were sent, from first to last. */
    Map<UUID, Attempted> tries(long problem, UserId learner) {
        var tries = new LinkedHashMap<UUID, Attempted>();
        for (var row : tries(
                "h.problem_id = :problem and h.learner_id = :learner",
                Map.of("problem", problem, "learner", learner.value()))) {
            tries.put(row.submission(), row.attempted());
        }
        return tries;
    }

    /** All attempts at an assignment, for those who have opened a problem; nobody else marks it meanwhile. */
    Map<Desk, List<Attempted>> triesForMarking(long assignment) {
        var query = database.createNativeQuery("select w.problem_id, w.learner_id from assigned_exercise w"
                        + " join assignment_problem p on p.id = w.problem_id where p.assignment_id = :assignment"
                        + " order by w.problem_id, w.learner_id for update of w")
                .setParameter("assignment", assignment);
        var all = new LinkedHashMap<Desk, List<Attempted>>();
        for (var desk : Rows.all(query, Desk.class)) {
            all.put(desk, List.of());
        }
        all.putAll(tries(assignment));
        return all;
    }

    /** All attempts at an assignment, of those who have made one. */
    Map<Desk, List<Attempted>> tries(long assignment) {
        var tries = new LinkedHashMap<Desk, List<Attempted>>();
        for (var row : tries(OF_ASSIGNMENT, Map.of("assignment", assignment))) {
            tries.computeIfAbsent(row.desk(), d -> new ArrayList<>()).add(row.attempted());
        }
        return tries;
    }

    /** All attempts at an assignment by the forms that were sent, from first to last. */
    Map<Desk, Map<UUID, Attempted>> submissions(long assignment) {
        var all = new LinkedHashMap<Desk, Map<UUID, Attempted>>();
        for (var row : tries(OF_ASSIGNMENT, Map.of("assignment", assignment))) {
            all.computeIfAbsent(row.desk(), d -> new LinkedHashMap<>()).put(row.submission(), row.attempted());
        }
        return all;
    }

    /** Keeps these marks of a course, and notes that they are to be carried over to it. */
    void keep(long course, Map<Desk, ProblemMark> marks, Instant now) {
        var problems = new ArrayList<Long>();
        var learners = new ArrayList<Long>();
        var shares = new ArrayList<Double>();
        var used = new ArrayList<Integer>();
        var inRow = new ArrayList<Integer>();
        var solved = new ArrayList<Boolean>();
        var first = new ArrayList<Boolean>();
        marks.forEach((desk, mark) -> {
            problems.add(desk.problem());
            learners.add(desk.learner());
            shares.add(mark.share());
            used.add(mark.used());
            inRow.add(mark.wrongInRow());
            solved.add(mark.solved());
            first.add(mark.firstRight());
        });
        database.createNativeQuery("""
                        with kept as (
                        update assigned_exercise w set share = n.share, used = n.used, wrong_in_row = n.wrong_in_row,
                               solved = n.solved, first_right = n.first_right, version = w.version + 1
                        from unnest(cast(:problems as bigint[]), cast(:learners as bigint[]),
                                    cast(:shares as double precision[]), cast(:used as integer[]),
                                    cast(:inRow as integer[]), cast(:solved as boolean[]), cast(:first as boolean[]))
                             as n(problem_id, learner_id, share, used, wrong_in_row, solved, first_right)
                        where w.problem_id = n.problem_id and w.learner_id = n.learner_id
                        returning w.learner_id, w.problem_id, w.version)
                        insert into mark_outbox (learner_id, problem_id, course_id, version, noted_at)
                        select learner_id, problem_id, :course, version, :now from kept
                        on conflict (learner_id, problem_id) do update
                        set version = excluded.version, noted_at = excluded.noted_at""")
                .setParameter("course", course)
                .setParameter("now", now)
                .setParameter("problems", problems.toArray(Long[]::new))
                .setParameter("learners", learners.toArray(Long[]::new))
                .setParameter("shares", shares.toArray(Double[]::new))
                .setParameter("used", used.toArray(Integer[]::new))
                .setParameter("inRow", inRow.toArray(Integer[]::new))
                .setParameter("solved", solved.toArray(Boolean[]::new))
                .setParameter("first", first.toArray(Boolean[]::new))
                .executeUpdate();
        outbox.written(learners);
    }

    void answered(long problem, UserId learner, Instant at) {
        database.createNativeQuery("update assigned_exercise set last_at = greatest(last_at, :at)"
                        + " where problem_id = :problem and learner_id = :learner")
                .setParameter("problem", problem)
                .setParameter("learner", learner.value())
                .setParameter("at", at)
                .executeUpdate();
    }

    Optional<Standing> standing(long problem, UserId learner) {
        return standings(database.createNativeQuery(
                                Standing.QUERY + " where w.problem_id = :problem and w.learner_id = :learner")
                        .setParameter("problem", problem)
                        .setParameter("learner", learner.value()))
                .stream()
                .findFirst();
    }

    /** What was typed at one problem at one time. */
    public record Typed(long problem, long attempt, Instant at, Outcome outcome, Optional<String> text) {}

    /** All that a learner typed in an assignment, in the order in which they did. */
    List<Typed> typed(long assignment, UserId learner) {
        var which = OF_ASSIGNMENT + " and h.learner_id = :learner";
        var period = Period.of(database.createNativeQuery(
                        "select min(h.submitted_at), max(h.submitted_at) from handed_in h where " + which)
                .setParameter("assignment", assignment)
                .setParameter("learner", learner.value()));
        if (period.isEmpty()) {
            return List.of();
        }
        return Rows.all(
                period.get()
                        .in(database.createNativeQuery("""
                        select h.problem_id, h.attempt_id, h.submitted_at, coalesce(h.regraded_outcome, h.outcome), r.typed
                        from handed_in h left join lateral (%s) r on true
                        where %s
                        order by h.submitted_at, h.attempt_id, r.id""".formatted(Period.RESPONSES, which))
                                .setParameter("assignment", assignment)
                                .setParameter("learner", learner.value())),
                Typed.class);
    }

    /** The same as the course has it: what has been carried over. */
    List<Standing> carried(AssignmentKey assignment) {
        return standings(database.createNativeQuery(
                        Standing.CARRIED + " where p.course_id = :course and p.assignment_id = :assignment")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id()));
    }

    /** Where everybody is who has opened something of an assignment. */
    List<Standing> standings(long assignment) {
        return standings(database.createNativeQuery(Standing.QUERY + " where p.assignment_id = :assignment")
                .setParameter("assignment", assignment));
    }

    /** The problems at which a learner who is still in their course has this exercise. */
    List<Standing> holding(UserId learner, long exercise) {
        return standings(database.createNativeQuery(Standing.QUERY
                        + " join assignment a on a.course_id = p.course_id and a.id = p.assignment_id"
                        + " join enrolment e on e.course_id = a.course_id and e.learner_id = w.learner_id"
                        + " where w.learner_id = :learner and w.exercise_id = :exercise and e.left_at is null")
                .setParameter("learner", learner.value())
                .setParameter("exercise", exercise));
    }

    /** Where one learner is, in all assignments of a course. */
    List<Standing> standings(long course, UserId learner) {
        return standings(database.createNativeQuery(Standing.QUERY
                        + " join assignment a on a.course_id = p.course_id and a.id = p.assignment_id"
                        + " where a.course_id = :course and w.learner_id = :learner")
                .setParameter("course", course)
                .setParameter("learner", learner.value()));
    }

    private static List<Standing> standings(Query query) {
        return Rows.all(query, Standing.class);
    }

    /** @param which of {@code handed_in h} */
    private List<Try> tries(String which, Map<String, ?> values) {
        var query = database.createNativeQuery(TRIES.formatted(which));
        values.forEach(query::setParameter);
        return Rows.all(query, Try.class);
    }

    private record Latest(long attempt, Instant at) {}

    private record InBox(String part, String typed) {}

    private record Try(
            Desk desk,
            UUID submission,
            Instant at,
            Outcome outcome,
            double score,
            int parts,
            int answered,
            boolean repeated) {

        Attempted attempted() {
            return new Attempted(at, outcome, score, Attempted.unfinished(outcome, score, parts, answered), repeated);
        }
    }
}
