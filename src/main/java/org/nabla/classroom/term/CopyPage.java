package org.nabla.classroom.term;

import java.util.List;
import java.util.Optional;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.form.TimeZones;

/**
 * The page on which a course is copied.
 *
 * @param sets how many problem sets go along, in words
 * @param preview what becomes of the dates; empty where they were not asked for yet
 * @param notice what else is to be said; empty where nothing
 */
record CopyPage(
        Seat seat, CopyForm form, List<TimeZones.Group> zones, String sets, Optional<Preview> preview, String notice) {

    /**
     * The dates, now and then.
     *
     * @param lead by how many days they move, in words
     * @param fingerprint tells whether the dates that were seen are those of the copy
     */
    record Preview(String lead, List<Row> rows, String fingerprint) {}

    /** An assignment. */
    record Row(String title, List<Date> dates) {}

    /** One of its dates. @param what it is, in a word */
    record Date(String what, String now, String then) {}
}
