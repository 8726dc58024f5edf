package org.nabla.classroom.listing;

import java.util.List;
import java.util.Map;
import org.nabla.account.UserId;
import org.nabla.classroom.seat.Seat;

/**
 * What a change would do to marks, before it is done.
 *
 * @param fields of the form that asked for it, to be sent again with the yes
 * @param learners who were chosen in that form
 * @param action where that form goes
 * @param back where nothing is changed
 * @param notice what else is to be said; empty where nothing
 */
public record ChangesPage(
        Seat seat,
        String title,
        String lead,
        List<Row> rows,
        Map<String, String> fields,
        List<UserId> learners,
        String action,
        String back,
        String notice) {

    /** One mark. @param up whether it gets better */
    public record Row(String learner, String exercise, String before, String after, boolean up) {}
}
