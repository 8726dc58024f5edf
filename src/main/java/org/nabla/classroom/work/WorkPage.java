package org.nabla.classroom.work;

import java.util.List;
import java.util.Optional;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.Seat;
import org.nabla.classroom.sheet.ExerciseSheet;

/**
 * What one learner did in an assignment, for a teacher.
 *
 * @param mark the computed one, in words
 * @param due what holds for the learner now
 * @param why why it is due then; empty where it is for all
 * @param run where it runs against the clock: when they started, and until when they have or had time
 * @param seen tells which times and mark were there when the page was made
 * @param more whether there is more time that can be taken back: an extension, or a date from before
 * @param override the teacher's word in its place; empty where there is none
 */
record WorkPage(
        Seat seat,
        String assignmentAddress,
        String assignment,
        int number,
        String learnerAddress,
        String learner,
        List<Row> problems,
        String mark,
        String points,
        Optional<Shown> override,
        Optional<Shown> extension,
        boolean more,
        Times times,
        CourseMoment due,
        String why,
        Optional<Run> run,
        String seen,
        String notice) {

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
