package org.nabla.gradebook.regrading;

import java.util.List;
import org.nabla.classroom.seat.Seat;

/**
 * The answers at one problem that a teacher may have graded anew.
 *
 * @param address where the forms go
 * @param answers what did not count as right, most frequent first
 * @param accepted what counts as right beside the key
 * @param full whether whoever answered has all points
 * @param corrected whether verdicts of a corrected edition count for some
 */
record RegradingPage(
        Seat seat,
        String address,
        String assignment,
        String assignmentAddress,
        String title,
        List<Answer> answers,
        List<Accepted> accepted,
        boolean full,
        boolean corrected,
        String notice) {

    /** An answer that did not count as right. @param label of its box; empty where there is one alone */
    record Answer(long exercise, String part, String label, String value, String key, String who) {}

    record Accepted(long id, String value, String key) {}
}
