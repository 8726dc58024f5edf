package org.nabla.classroom.dates;

import java.util.List;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.form.FormErrors;

/**
 * What another time zone makes of the dates of a course.
 *
 * @param to the zone, by its id
 * @param toName how it is called
 * @param keep what stays, as it was chosen; empty where nothing was
 * @param momentsMarks how many marks change where the moments stay, in a sentence
 * @param timesMarks how many where the times of day stay
 */
record ZonePage(
        Seat seat,
        String to,
        String toName,
        List<Row> rows,
        String keep,
        String momentsMarks,
        String timesMarks,
        FormErrors errors) {

    /**
     * A date of an assignment.
     *
     * @param now on the clocks of now
     * @param moment the same moment on the other clocks
     * @param time the same time of day on the other clocks, and by how much it is another moment
     */
    record Row(String title, String what, String now, String moment, String time) {}

    public String zone() {
        return CourseMoment.zoneName(seat.zone());
    }
}
