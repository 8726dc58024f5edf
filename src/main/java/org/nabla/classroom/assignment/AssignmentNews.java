package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.seat.Seat;
import org.nabla.query.Rows;

/** What was decided for a learner in the assignments of a course during the last two weeks: more time, marks, verdicts. */
@Singleton
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
        for (var of : rows("extension", "", OfAssignment.class, seat)) {
            due(seat, of)
                    .filter(due -> due.isAfter(clock.instant()))
                    .ifPresent(due -> items.add(of.item(
                            seat,
                            "You have more time for %s: it is due "
                                    + CourseMoment.of(due, seat.zone()).text() + ".")));
        }
        for (var row : rows("mark_override", ", x.points", Overridden.class, seat)) {
            items.add(row.of()
                    .item(
                            seat,
                            row.points()
                                    .map(points ->
                                            "Your teacher has set your mark of %s to " + Words.points(points) + ".")
                                    .orElse("Your teacher has excused you from %s.")));
        }
        for (var of : regraded(seat)) {
            items.add(of.item(seat, "An answer of yours in %s was graded anew."));
        }
        items.addAll(told(seat));
        return items;
    }

    /** When it is due for the learner, extension and all else included. */
    private Optional<Instant> due(Seat seat, OfAssignment of) {
        return assignments
                .find(seat.course(), of.number())
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

    private record OfAssignment(long number, String title) {

        Item item(Seat seat, String sentence) {
            return new Item(seat.address() + "/assignments/" + number, sentence.replace("%s", title));
        }
    }

    private record Overridden(OfAssignment of, Optional<Double> points) {}

    private <T extends Record> List<T> rows(String table, String more, Class<T> type, Seat seat) {
        return Rows.all(
                database.createNativeQuery("select a.number, a.title" + more + " from " + table
                                + " x join assignment a on a.course_id = x.course_id and a.id = x.assignment_id"
                                + " where a.course_id = :course and x.learner_id = :learner and x.given_at > :since"
                                + " order by x.given_at desc")
                        .setParameter("course", seat.course())
                        .setParameter("learner", seat.user().value())
                        .setParameter("since", clock.instant().minus(FRESH)),
                type);
    }

    private List<OfAssignment> regraded(Seat seat) {
        return Rows.all(
                database.createNativeQuery("""
                        select distinct a.number, a.title from assignment a
                        join assignment_problem p on p.course_id = a.course_id and p.assignment_id = a.id
                        join accepted_answer c on c.course_id = p.course_id and c.problem_id = p.id
                        join handed_in h on h.problem_id = p.id and h.regraded_outcome is not null
                        where a.course_id = :course and h.learner_id = :learner and c.accepted_at > :since
                        order by a.number desc""")
                        .setParameter("course", seat.course())
                        .setParameter("learner", seat.user().value())
                        .setParameter("since", clock.instant().minus(FRESH)),
                OfAssignment.class);
    }
}
