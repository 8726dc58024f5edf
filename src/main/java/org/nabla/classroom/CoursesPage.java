package org.nabla.classroom;

import java.util.List;

/**
 * The courses of whoever looks.
 *
 * @param invitations courses in which he is asked to teach
 */
record CoursesPage(
        boolean signedIn, List<Seat> teaching, List<Seat> learning, List<Seat> archived, List<Invited> invitations) {

    /** A course in which somebody is asked to teach. */
    record Invited(long course, String title) {}

    static CoursesPage stranger() {
        return new CoursesPage(false, List.of(), List.of(), List.of(), List.of());
    }

    static CoursesPage of(List<Seat> seats, List<Invited> invitations) {
        return new CoursesPage(
                true,
                seats.stream().filter(s -> !s.archived() && s.teaches()).toList(),
                seats.stream().filter(s -> !s.archived() && !s.teaches()).toList(),
                seats.stream().filter(Seat::archived).toList(),
                invitations);
    }

    public boolean isEmpty() {
        return teaching.isEmpty() && learning.isEmpty() && archived.isEmpty();
    }
}
