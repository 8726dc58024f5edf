package org.nabla.gradebook;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;
import org.nabla.gradebook.marks.GradebookPage;
import org.nabla.gradebook.marks.GradebookService;
import org.nabla.gradebook.marks.Mark;

/** The marks of a course for other systems, as its gradebook shows them. */
@Singleton
public class CourseMarks {
    private final GradebookService gradebooks;

    CourseMarks(GradebookService gradebooks) {
        this.gradebooks = gradebooks;
    }

    /** @param points empty where somebody is excused, or there is nothing to say */
    public record Line(Assignment assignment, UserId learner, Optional<Double> points) {}

    /**
     * A cell of the gradebook.
     *
     * @param points to hundredths, as they are shown; empty where somebody is excused, or there is nothing to say
     * @param set whether a teacher set it by hand
     */
    public record Cell(
            Assignment assignment,
            Optional<BigDecimal> points,
            boolean excused,
            boolean due,
            boolean late,
            boolean missing,
            boolean set,
            Optional<Instant> handedIn) {}

    /** A row of the gradebook. @param share of what was due, from 0 to 1; empty where nothing was */
    public record Row(Enrolled learner, Optional<Double> share, List<Cell> cells) {}

    /** What the gradebook shows to whoever has this seat: an assistant of sections sees their learners alone. */
    @Transactional
    public List<Row> shown(Seat seat) {
        var gradebook = gradebooks.of(seat);
        return gradebook.learners().stream()
                .map(learner -> new Row(
                        learner,
                        gradebook.shareOfDue(learner),
                        gradebook.assignments().stream()
                                .flatMap(assignment -> gradebook.mark(learner, assignment).stream()
                                        .map(mark -> cell(assignment, mark)))
                                .toList()))
                .toList();
    }

    private static Cell cell(Assignment assignment, Mark mark) {
        return new Cell(
                assignment,
                mark.excused()
                        ? Optional.empty()
                        : mark.points().map(GradebookPage::number).map(BigDecimal::new),
                mark.excused(),
                mark.due(),
                mark.late(),
                mark.missing(),
                mark.override().isPresent(),
                mark.handedIn());
    }

    @Transactional
    public List<Line> of(long course) {
        var gradebook = gradebooks.ofAll(course);
        var lines = new ArrayList<Line>();
        for (var assignment : gradebook.assignments()) {
            for (var learner : gradebook.learners()) {
                lines.add(new Line(
                        assignment,
                        learner.id(),
                        gradebook.mark(learner, assignment).flatMap(Mark::points)));
            }
        }
        return lines;
    }
}
