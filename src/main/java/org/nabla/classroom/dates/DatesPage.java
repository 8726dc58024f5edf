package org.nabla.classroom.dates;

import java.util.List;
import java.util.stream.Stream;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.form.FormErrors;

/**
 * The table of all dates of a course.
 *
 * @param hidden whether there are sections whose rows are not shown, because they have no dates of their own
 * @param problems what is wrong, each with the title of its assignment
 * @param notice what has just been done; empty where nothing
 */
record DatesPage(
        Seat seat,
        List<Row> rows,
        boolean hidden,
        DatesForm form,
        FormErrors errors,
        List<String> problems,
        String notice) {

    /** One assignment. @param seen tells which dates were there when the page was made */
    record Row(String title, String address, List<Cell> cells, List<SectionRow> sections, String seen, int number) {
        Stream<Cell> all() {
            return Stream.concat(cells.stream(), sections.stream().flatMap(row -> row.cells().stream()));
        }
    }

    /** The dates of an assignment for one section: empty where those of all hold. */
    record SectionRow(String title, List<Cell> cells) {}

    /**
     * One date.
     *
     * @param label for whoever does not see the table
     * @param fixed what stands there where no date can; empty where one can
     */
    record Cell(String name, String label, String value, String error, String fixed) {}

    /** Whether the course has sections. */
    public boolean sections() {
        return hidden || rows.stream().anyMatch(row -> !row.sections().isEmpty());
    }

    public String zone() {
        return CourseMoment.zoneName(seat.zone());
    }
}
