package org.nabla.classroom.outbox;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.nabla.query.Rows;

/**
 * What learners reached and is still to be carried over to the tables of their courses. It is written with the learner, in the
 * transaction of the answer; each of the three steps of carrying over works on the tables of learners or on those of courses alone.
 */
@Singleton
public class MarkOutbox {
    private static final String OF_SOME = "where o.learner_id = any (cast(:learners as bigint[]))";

    private final EntityManager database;
    private final TransactionSynchronizationRegistry transaction;
    private final Event<MarksChanged> changed;

    MarkOutbox(EntityManager database, TransactionSynchronizationRegistry transaction, Event<MarksChanged> changed) {
        this.database = database;
        this.transaction = transaction;
        this.changed = changed;
    }

    /** Lines were written for these learners: once this transaction is through they are carried over, all in one go. */
    public void written(Collection<Long> learners) {
        if (learners.isEmpty()) {
            return;
        }
        if (transaction.getResource(MarksChanged.class) instanceof MarksChanged known) {
            known.learners().addAll(learners);
            return;
        }
        var all = new MarksChanged(new HashSet<>(learners));
        transaction.putResource(MarksChanged.class, all);
        changed.fire(all);
    }

    /** Where a learner is at a problem, as of a version of it. */
    record Line(
            long course,
            long problem,
            long learner,
            long exercise,
            Instant openedAt,
            Optional<Instant> lastAt,
            double share,
            int used,
            int wrongInRow,
            boolean solved,
            boolean firstRight,
            long version) {}

    /**
     * Some that wait, the oldest first; those that another instance is carrying over just now are left to it. A line that is being changed
     * in this moment is of two versions, and waits for the next time.
     *
     * @param learners whose lines; empty for everybody's
     */
    List<Line> waiting(Collection<Long> learners, int most) {
        var query = database.createNativeQuery("""
                        select o.course_id, w.problem_id, w.learner_id, w.exercise_id, w.opened_at, w.last_at, w.share, w.used,
                               w.wrong_in_row, w.solved, w.first_right, w.version
                        from mark_outbox o join assigned_exercise w
                            on w.learner_id = o.learner_id and w.problem_id = o.problem_id and w.version = o.version
                        %s order by o.noted_at limit :most for update of o skip locked""".formatted(learners.isEmpty() ? "" : OF_SOME))
                .setParameter("most", most);
        if (!learners.isEmpty()) {
            query.setParameter("learners", learners.toArray(Long[]::new));
        }
        return Rows.all(query, Line.class);
    }

    /** Puts them in the place of what is older; of problems that are gone meanwhile nothing is kept. */
    void put(List<Line> lines) {
        database.createNativeQuery("""
                        insert into course_mark as m (course_id, problem_id, learner_id, exercise_id, opened_at, last_at, share, used,
                                                      wrong_in_row, solved, first_right, version)
                        select n.* from unnest(cast(:courses as bigint[]), cast(:problems as bigint[]), cast(:learners as bigint[]),
                                cast(:exercises as bigint[]), cast(:opened as timestamptz[]), cast(:last as timestamptz[]),
                                cast(:shares as double precision[]), cast(:used as integer[]), cast(:inRow as integer[]),
                                cast(:solved as boolean[]), cast(:first as boolean[]), cast(:versions as bigint[]))
                            as n(course_id, problem_id, learner_id, exercise_id, opened_at, last_at, share, used, wrong_in_row, solved,
                                 first_right, version)
                        join assignment_problem p on p.course_id = n.course_id and p.id = n.problem_id
                        order by n.course_id, n.problem_id, n.learner_id
                        for key share of p
                        on conflict (course_id, problem_id, learner_id) do update
                        set exercise_id = excluded.exercise_id, opened_at = excluded.opened_at, last_at = excluded.last_at,
                            share = excluded.share, used = excluded.used, wrong_in_row = excluded.wrong_in_row,
                            solved = excluded.solved, first_right = excluded.first_right, version = excluded.version
                        where m.version < excluded.version""")
                .setParameter("courses", all(lines, Line::course, Long[]::new))
                .setParameter("problems", all(lines, Line::problem, Long[]::new))
                .setParameter("learners", all(lines, Line::learner, Long[]::new))
                .setParameter("exercises", all(lines, Line::exercise, Long[]::new))
                .setParameter("opened", all(lines, line -> line.openedAt().toString(), String[]::new))
                .setParameter(
                        "last",
                        all(lines, line -> line.lastAt().map(Instant::toString).orElse(null), String[]::new))
                .setParameter("shares", all(lines, Line::share, Double[]::new))
                .setParameter("used", all(lines, Line::used, Integer[]::new))
                .setParameter("inRow", all(lines, Line::wrongInRow, Integer[]::new))
                .setParameter("solved", all(lines, Line::solved, Boolean[]::new))
                .setParameter("first", all(lines, Line::firstRight, Boolean[]::new))
                .setParameter("versions", all(lines, Line::version, Long[]::new))
                .executeUpdate();
    }

    /** They are carried over; what has changed since stays, in its newer version. */
    void remove(List<Line> lines) {
        database.createNativeQuery("""
                        delete from mark_outbox o using unnest(cast(:learners as bigint[]), cast(:problems as bigint[]),
                                cast(:versions as bigint[])) as n(learner_id, problem_id, version)
                        where o.learner_id = n.learner_id and o.problem_id = n.problem_id and o.version = n.version""")
                .setParameter("learners", all(lines, Line::learner, Long[]::new))
                .setParameter("problems", all(lines, Line::problem, Long[]::new))
                .setParameter("versions", all(lines, Line::version, Long[]::new))
                .executeUpdate();
    }

    private static <T> Object all(List<Line> lines, Function<Line, T> part, IntFunction<T[]> array) {
        return lines.stream().map(part).toArray(array);
    }
}
