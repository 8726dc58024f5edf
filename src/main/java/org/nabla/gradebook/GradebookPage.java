package org.nabla.gradebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.Enrolled;
import org.nabla.classroom.Seat;
import org.nabla.classroom.assignment.Assignment;

/**
 * The gradebook as a page shows it.
 *
 * @param corrections how many exercises learners have of templates that were corrected since
 */
record GradebookPage(Seat seat, List<Column> assignments, List<Row> learners, int corrections) {

    record Column(String address, String title, String points, String due) {}

    record Row(String name, String address, List<Cell> cells, String points, String share) {}

    /**
     * @param text a number or a word of ours: it needs no escaping
     * @param set whether a teacher set it
     */
    record Cell(String text, boolean set) {}

    private static final Cell EMPTY = new Cell("–", false);

    static GradebookPage of(Seat seat, Gradebook book, int corrections) {
        return new GradebookPage(
                seat,
                book.assignments().stream()
                        .map(a -> new Column(
                                a.address(),
                                a.title(),
                                number(a.points()),
                                CourseMoment.of(a.rules().dueAt(), seat.zone()).text()))
                        .toList(),
                book.learners().stream().map(l -> row(seat, book, l)).toList(),
                corrections);
    }

    private static Row row(Seat seat, Gradebook book, Enrolled learner) {
        return new Row(
                learner.name(),
                seat.address() + "/gradebook/" + learner.id(),
                book.assignments().stream().map(a -> cell(book, learner, a)).toList(),
                number(book.points(learner)),
                book.shareOfDue(learner).map(s -> Math.round(s * 100) + " %").orElse("–"));
    }

    private static Cell cell(Gradebook book, Enrolled learner, Assignment assignment) {
        return book.mark(learner, assignment).map(GradebookPage::cell).orElse(EMPTY);
    }

    static Cell cell(Mark mark) {
        var set = mark.override().isPresent();
        return mark.excused()
                ? new Cell("excused", set)
                : new Cell(mark.points().map(GradebookPage::number).orElse("–"), set);
    }

    static String number(double points) {
        return BigDecimal.valueOf(points)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** One learner's marks. */
    record Learner(Seat seat, String name, List<Line> lines, String points, String share) {

        /** @param computed beside a mark that a teacher set; empty otherwise */
        record Line(String address, String title, String mark, String of, String computed, String reason) {}

        static Learner of(Seat seat, Gradebook book, Enrolled learner) {
            return new Learner(
                    seat,
                    learner.name(),
                    book.assignments().stream()
                            .map(a -> line(a, book.mark(learner, a), learner))
                            .toList(),
                    number(book.points(learner)),
                    book.shareOfDue(learner)
                            .map(s -> Math.round(s * 100) + " %")
                            .orElse(""));
        }

        private static Line line(Assignment assignment, Optional<Mark> mark, Enrolled learner) {
            var override = mark.flatMap(Mark::override);
            return new Line(
                    assignment.address() + "/learners/" + learner.id(),
                    assignment.title(),
                    mark.map(m -> cell(m).text()).orElse("–"),
                    number(assignment.points()),
                    override.isPresent()
                            ? mark.flatMap(Mark::computed)
                                    .map(GradebookPage::number)
                                    .orElse("0")
                            : "",
                    override.map(o -> o.reason()).orElse(""));
        }
    }
}
