package org.nabla.gradebook;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.seat.Seat;
import org.nabla.gradebook.marks.GradebookPage;
import org.nabla.gradebook.marks.Mark;
import org.nabla.gradebook.marks.MarkRepository;

/**
 * The marks of a learner that stand: a teacher set them, or nothing that the learner can still hand in changes them. They are those of
 * the page of their marks, on which an assignment stands only once its marks are told.
 */
@Singleton
public class SettledMarks {
    private final AssignmentService assignments;
    private final CourseService courses;
    private final MarkRepository marks;
    private final Clock clock;

    SettledMarks(AssignmentService assignments, CourseService courses, MarkRepository marks, Clock clock) {
        this.assignments = assignments;
        this.courses = courses;
        this.marks = marks;
        this.clock = clock;
    }

    /** @param mark in words: {@code 7 of 10 points} @param reason of a mark that a teacher set; empty otherwise */
    public record Line(Assignment assignment, String mark, String reason) {}

    @Transactional
    public List<Line> of(Seat learner) {
        var missing = courses.missing(learner.course());
        var own = marks.of(learner.course(), learner.user());
        return assignments.of(learner.course()).stream()
                .filter(assignments::isTold)
                .flatMap(assignment -> {
                    var terms = assignments.terms(assignment, learner.user());
                    var mark = Optional.ofNullable(own.get(assignment.id()))
                            .orElse(Mark.Raw.NONE)
                            .by(
                                    missing,
                                    assignments
                                            .ownTerms(assignment, learner.user())
                                            .due(),
                                    clock.instant());
                    var stands = mark.override().isPresent() || clock.instant().isAfter(terms.closes());
                    return Optional.of(mark).filter(found -> stands).flatMap(found -> line(assignment, found)).stream();
                })
                .toList();
    }

    private static Optional<Line> line(Assignment assignment, Mark mark) {
        var reason = mark.override().map(set -> set.reason()).orElse("");
        return mark.excused()
                ? Optional.of(new Line(assignment, "excused", reason))
                : mark.points()
                        .map(points -> new Line(
                                assignment,
                                GradebookPage.number(points) + " of " + GradebookPage.number(assignment.points())
                                        + " points",
                                reason));
    }
}
