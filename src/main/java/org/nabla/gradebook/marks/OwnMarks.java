package org.nabla.gradebook.marks;

import java.util.List;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;

/**
 * What a learner sees of their marks in a course.
 *
 * @param share of what was due by now; empty where nothing was
 * @param sentence how the share comes about
 * @param untold titles of assignments whose marks are told later, and count only then
 */
public record OwnMarks(Seat seat, List<Line> lines, String points, String share, String sentence, List<String> untold) {

    /** One assignment. @param reason of a mark that a teacher set; empty otherwise */
    record Line(String address, String title, String mark, String of, String state, String reason) {}

    static OwnMarks of(Seat seat, Gradebook told, Enrolled learner, List<Assignment> untold) {
        return new OwnMarks(
                seat,
                told.assignments().stream().map(a -> line(told, learner, a)).toList(),
                GradebookPage.number(told.points(learner)),
                told.shareOfDue(learner).map(s -> Math.round(s * 100) + " %").orElse(""),
                told.weighing().sentence(),
                untold.stream().map(Assignment::title).toList());
    }

    private static Line line(Gradebook told, Enrolled learner, Assignment assignment) {
        var mark = told.mark(learner, assignment);
        var cell = mark.map(GradebookPage::cell);
        return new Line(
                assignment.address(),
                assignment.title(),
                cell.map(GradebookPage.Cell::text).orElse("–"),
                GradebookPage.number(assignment.points()),
                cell.map(GradebookPage.Cell::state).orElse(""),
                mark.flatMap(Mark::override).map(o -> o.reason()).orElse(""));
    }
}
