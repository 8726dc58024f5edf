package org.nabla.classroom.dates;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.seat.Section;

/**
 * The dates of a course as they are.
 *
 * @param times of the sections that have their own, by assignment and section
 */
record DatesNow(List<Assignment> assignments, List<Section> sections, Map<Long, Map<Long, Terms>> times) {

    Map<Long, Terms> of(Assignment assignment) {
        return times.getOrDefault(assignment.id(), Map.of());
    }

    /** Tells whether somebody else has changed the dates of an assignment since a page with them was made. */
    String fingerprint(Assignment assignment) {
        // Of the text: the hash of an enum is another one in each instance of the application.
        return "d" + Integer.toHexString((assignment.rules() + " " + new TreeMap<>(of(assignment))).hashCode());
    }
}
