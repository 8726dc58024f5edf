package org.nabla.classroom.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.Seat;
import org.nabla.classroom.marking.Words;

/** What was decided for a learner in the assignments of a course during the last two weeks: more time, marks, verdicts. */
@ApplicationScoped
public class AssignmentNews {
    private static final Duration FRESH = Duration.ofDays(14);

    /** A piece of news. @param address of the assignment that it is about */
    public record Item(String address, String text) {}

    private final EntityManager database;
    private final AssignmentService assignments;
    private final WorkRepository work;
    private final Clock clock;

    AssignmentNews(EntityManager database, AssignmentService assignments, WorkRepository work, Clock clock) {
        this.database = database;
        this.assignments = assignments;
        this.work = work;
        this.clock = clock;
    }

    @Transactional
    public List<Item> of(Seat seat) {
        var items = new ArrayList<Item>();
        for (var row : rows("extension", "x.due_at", "and cast(:now as timestamptz) is not null", seat)) {
            due(seat, row)
                    .filter(due -> due.isAfter(clock.instant()))
                    .ifPresent(due -> items.add(item(
                            seat,
                            row,
                            "You have more time for %s: it is due "
                                    + CourseMoment.of(due, seat.zone()).text() + ".")));
        }
        for (var row : rows("mark_override", "x.points", "and cast(:now as timestamptz) is not null", seat)) {
            items.add(item(
                    seat,
                    row,
                    row[2] == null
                            ? "Your teacher has excused you from %s."
                            : "Your teacher has set your mark of %s to "
                                    + Words.points(((BigDecimal) row[2]).doubleValue()) + "."));
        }
        for (var row : regraded(seat)) {
            items.add(item(seat, row, "An answer of yours in %s was graded anew."));
        }
        items.addAll(told(seat));
        return items;
    }

    /** When it is due for the learner, extension and all else included. */
    private Optional<Instant> due(Seat seat, Object[] row) {
        return assignments
                .find(seat.course(), ((Number) row[0]).longValue())
                .map(assignment -> assignments.terms(assignment, seat.user()).due());
    }

    private List<Item> told(Seat seat) {
        var now = clock.instant();
        var answered = work.standings(seat.course(), seat.user()).stream()
                .filter(standing -> standing.lastAt().isPresent())
                .map(standing -> standing.assignment())
                .toList();
        return assignments.of(seat.course()).stream()
                .filter(a -> !a.rules().telling().atOnce() && answered.contains(a.id()) && assignments.isTold(a))
                .filter(a -> assignments.toldFrom(a).isAfter(now.minus(FRESH)))
                .map(a -> new Item(a.address(), "The marks of " + a.title() + " are told."))
                .toList();
    }

    private static Item item(Seat seat, Object[] row, String sentence) {
        return new Item(seat.address() + "/assignments/" + row[0], sentence.replace("%s", (String) row[1]));
    }

    private List<Object[]> rows(String table, String column, String condition, Seat seat) {
        List<?> rows = database.createNativeQuery("select a.number, a.title, " + column + " from " + table
                        + " x join assignment a on a.id = x.assignment_id where a.course_id = :course"
                        + " and x.learner_id = :learner and x.given_at > :since " + condition
                        + " order by x.given_at desc")
                .setParameter("course", seat.course())
                .setParameter("learner", seat.user().value())
                .setParameter("since", clock.instant().minus(FRESH))
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private List<Object[]> regraded(Seat seat) {
        List<?> rows = database.createNativeQuery("""
                        select distinct a.number, a.title from assignment a
                        join assignment_problem p on p.assignment_id = a.id
                        join accepted_answer c on c.problem_id = p.id
                        join handed_in h on h.problem_id = p.id and h.regraded_outcome is not null
                        where a.course_id = :course and h.learner_id = :learner and c.accepted_at > :since
                        order by a.number desc""")
                .setParameter("course", seat.course())
                .setParameter("learner", seat.user().value())
                .setParameter("since", clock.instant().minus(FRESH))
                .getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }
}
