package org.nabla.api.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.gradebook.CourseMarks;

/** The gradebook of a course as JSON says it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MarksAnswer(List<Column> assignments, List<Row> learners) {

    /** @param points that can be had */
    record Column(int number, String title, double points) {}

    /** @param share of the points of what was due, from 0 to 1; null where nothing was due */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(long id, String name, @Nullable Double share, List<Cell> marks) {}

    /**
     * @param points to hundredths; null where somebody is excused or has nothing yet
     * @param set whether a teacher set it by hand
     * @param handedIn when something was handed in last; null where nothing was
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Cell(
            int assignment,
            @Nullable BigDecimal points,
            boolean excused,
            boolean due,
            boolean late,
            boolean missing,
            boolean set,
            @Nullable Instant handedIn) {}

    /** @param wanted which assignments */
    static MarksAnswer of(List<Assignment> assignments, List<CourseMarks.Row> rows, Predicate<Assignment> wanted) {
        return new MarksAnswer(
                assignments.stream()
                        .filter(wanted)
                        .map(a -> new Column(a.number(), a.title(), a.points()))
                        .toList(),
                rows.stream().map(row -> row(row, wanted)).toList());
    }

    private static Row row(CourseMarks.Row row, Predicate<Assignment> wanted) {
        return new Row(
                row.learner().id().value(),
                row.learner().name(),
                row.share().orElse(null),
                row.cells().stream()
                        .filter(cell -> wanted.test(cell.assignment()))
                        .map(MarksAnswer::cell)
                        .toList());
    }

    private static Cell cell(CourseMarks.Cell cell) {
        return new Cell(
                cell.assignment().number(),
                cell.points().orElse(null),
                cell.excused(),
                cell.due(),
                cell.late(),
                cell.missing(),
                cell.set(),
                cell.handedIn().orElse(null));
    }
}
