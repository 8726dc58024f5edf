package org.nabla.classroom.work;

import java.util.List;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.Seat;
import org.nabla.web.FormErrors;

/**
 * The table of all dates of a course.
 *
 * @param problems what is wrong, each with the title of its assignment
 * @param notice what has just been done; empty where nothing
 */
record DatesPage(Seat seat, List<Row> rows, DatesForm form, FormErrors errors, List<String> problems, String notice) {

    /** One assignment. @param seen tells which dates were there when the page was made */
    record Row(String title, String address, List<Cell> cells, String seen, int number) {
        /** What is wrong in the row, in sentences. */
        public List<String> errors() {
            return cells.stream().map(Cell::error).filter(e -> !e.isEmpty()).toList();
        }
    }

    /**
     * One date.
     *
     * @param label for whoever does not see the table
     * @param fixed what stands there where no date can; empty where one can
     */
    record Cell(String name, String label, String value, String error, String fixed) {}

    public String zone() {
        return CourseMoment.zoneName(seat.zone());
    }
}
