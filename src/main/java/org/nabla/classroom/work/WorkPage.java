package org.nabla.classroom.work;

import java.util.List;
import java.util.Optional;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.sheet.ExerciseSheet;

/**
 * What one learner did in an assignment, for a teacher.
 *
 * @param seen tells which times and mark were there when the page was made
 */
record WorkPage(
        Seat seat,
        Task assignment,
        Whose learner,
        List<Row> problems,
        Mark mark,
        Time time,
        Times times,
        String seen,
        String notice) {

    /** The assignment. */
    record Task(String address, String title, int number) {}

    /** The learner, and where this page is. */
    record Whose(String address, String name) {}

    /**
     * What they have.
     *
     * @param computed in words
     * @param points how many can be had
     * @param override the teacher's word in its place; empty where there is none
     */
    record Mark(String computed, String points, Optional<Shown> override) {}

    /**
     * The time that they have.
     *
     * @param due what holds for the learner now
     * @param why why it is due then; empty where it is for all
     * @param more whether there is more time that can be taken back: an extension, or a date from before
     * @param run where it runs against the clock: when they started, and until when they have or had time
     */
    record Time(CourseMoment due, String why, Optional<Shown> extension, boolean more, Optional<Run> run) {}

    /**
     * One exercise.
     *
     * @param data the address of the data that the exercise is about, where it has some
     * @param left what stood in the boxes and was not handed in, as what arrived when the time was over
     */
    record Row(
            int position,
            String title,
            String got,
            Optional<ExerciseSheet> sheet,
            Optional<String> data,
            Optional<CourseMoment> opened,
            List<Try> tries,
            Optional<Left> left) {}

    /** What stood in the boxes. */
    record Left(CourseMoment at, List<String> typed) {}

    /** One attempt. */
    record Try(CourseMoment at, List<String> typed, String tone, String word) {}

    record Shown(String words, String reason) {}

    /** What stands in the fields of the forms. */
    record Times(String due, String closes, String reason, String points, String why) {}

    public String zone() {
        return CourseMoment.zoneName(seat.zone());
    }

    /** A run against the clock. @param ended whether it is over */
    record Run(CourseMoment started, CourseMoment ends, boolean ended) {}
}
