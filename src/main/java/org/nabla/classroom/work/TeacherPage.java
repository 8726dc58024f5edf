package org.nabla.classroom.work;

import java.util.List;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.seat.Seat;

/**
 * An assignment as a teacher sees it: who is where.
 *
 * @param rules what holds, in sentences
 * @param stuck who has been wrong many times in a row
 * @param begun how many have opened something, of how many
 */
record TeacherPage(
        Seat seat,
        String address,
        int number,
        String title,
        String word,
        Dates dates,
        List<Column> problems,
        List<Row> learners,
        List<Stuck> stuck,
        String begun,
        String notice) {

    /** When it is. @param late whether late answers are taken */
    record Dates(
            CourseMoment opens, CourseMoment due, CourseMoment closes, boolean late, List<SectionDates> sections) {}

    /** When a section with dates of its own is due. */
    record SectionDates(String title, CourseMoment due) {}

    record Column(int position, String title, String points, String practice) {}

    /** @param extended until when, where they have more time; empty otherwise */
    record Row(String name, String address, List<Cell> cells, String mark, boolean overridden, String extended) {}

    /**
     * Where a learner is with a problem.
     *
     * @param tone the name of the icon; empty where they have not answered
     * @param word for those who listen, and on hover
     * @param used how many attempts; empty where none
     */
    record Cell(String tone, String word, String used, boolean stuck) {}

    record Stuck(String name, String address, int position, String title, int wrong) {}

    public String zone() {
        return CourseMoment.zoneName(seat.zone());
    }
}
