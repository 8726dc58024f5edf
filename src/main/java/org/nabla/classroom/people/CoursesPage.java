package org.nabla.classroom.people;

import java.util.List;
import org.nabla.classroom.seat.Seat;

/**
 * The courses of whoever looks.
 *
 * @param invitations courses in which they are asked to teach
 * @param asked courses in which they are asked to learn
 */
public record CoursesPage(
        boolean signedIn,
        List<Seat> teaching,
        List<Seat> learning,
        List<Seat> archived,
        List<InvitationService.Invited> invitations,
        List<InvitationService.Invited> asked) {

    public static CoursesPage stranger() {
        return new CoursesPage(false, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public static CoursesPage of(
            List<Seat> seats, List<InvitationService.Invited> invitations, List<InvitationService.Invited> asked) {
        return new CoursesPage(
                true,
                seats.stream().filter(s -> !s.archived() && s.marks()).toList(),
                seats.stream().filter(s -> !s.archived() && !s.marks()).toList(),
                seats.stream().filter(Seat::archived).toList(),
                invitations,
                asked);
    }

    public boolean isEmpty() {
        return teaching.isEmpty() && learning.isEmpty() && archived.isEmpty();
    }
}
