package org.nabla.classroom.listing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.marking.Standing;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;

/** The assignments of a course in the order in which they are due, as a teacher or a learner sees them. */
@Singleton
public class AssignmentList {
    private final AssignmentService assignments;
    private final WorkService work;
    private final CoursePeople people;
    private final StartSentences starts;
    private final Clock clock;

    AssignmentList(
            AssignmentService assignments, WorkService work, CoursePeople people, StartSentences starts, Clock clock) {
        this.starts = starts;
        this.assignments = assignments;
        this.work = work;
        this.people = people;
        this.clock = clock;
    }

    List<AssignmentLine> of(Seat seat) {
        return seat.marks() ? forTeacher(seat) : forLearner(seat);
    }

    private List<AssignmentLine> forTeacher(Seat seat) {
        var learners = people.learners(seat).stream().map(Enrolled::id).collect(Collectors.toSet());
        return assignments.of(seat.course()).stream()
                .map(assignment -> {
                    var begun = work.standings(assignment).stream()
                            .map(Standing::learner)
                            .distinct()
                            .filter(learners::contains)
                            .count();
                    return line(
                            seat,
                            assignment,
                            assignment.rules().terms(),
                            begun + " of " + Words.count(learners.size(), "learner has", "learners have") + " begun");
                })
                .toList();
    }

    private List<AssignmentLine> forLearner(Seat seat) {
        var standings = work.standings(seat.course(), seat.user()).stream()
                .collect(Collectors.groupingBy(Standing::assignment));
        return assignments.of(seat.course()).stream()
                .map(assignment -> {
                    var terms = assignments.ownTerms(assignment, seat.user());
                    var answered = standings.getOrDefault(assignment.id(), List.of()).stream()
                            .filter(s -> s.lastAt().isPresent())
                            .count();
                    var told = assignments.isTold(assignment);
                    var right = standings.getOrDefault(assignment.id(), List.of()).stream()
                            .filter(s -> s.mark().solved())
                            .count();
                    return line(
                            seat,
                            assignment,
                            terms,
                            starts.brief(seat, assignment)
                                    .orElseGet(() -> "%d of %d %s"
                                            .formatted(
                                                    told ? right : answered,
                                                    assignment.problems().size(),
                                                    told ? "right" : "answered")));
                })
                .toList();
    }

    private AssignmentLine line(Seat seat, Assignment assignment, Terms terms, String done) {
        var phase = terms.at(clock.instant());
        return new AssignmentLine(
                assignment.address(),
                assignment.title(),
                phase.name().toLowerCase(Locale.ROOT),
                word(phase, terms, seat),
                CourseMoment.of(terms.due(), seat.zone()),
                terms.closes().equals(terms.due())
                        ? Optional.empty()
                        : Optional.of(CourseMoment.of(terms.closes(), seat.zone())),
                phase == Terms.Phase.COMING ? "" : done);
    }

    public static String word(Terms.Phase phase, Terms terms, Seat seat) {
        return switch (phase) {
            case COMING -> "Opens " + time(terms.opens(), seat);
            case OPEN -> "Open";
            case LATE -> "Late answers count until " + time(terms.closes(), seat);
            case CLOSED -> "Closed";
        };
    }

    private static String time(Instant at, Seat seat) {
        return CourseMoment.of(at, seat.zone()).text();
    }
}
