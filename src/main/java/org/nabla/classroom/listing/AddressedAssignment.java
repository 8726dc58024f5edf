package org.nabla.classroom.listing;

import jakarta.ws.rs.core.Response;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.problemset.Fields;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.trouble.Refusal;

/** The assignment that an address names by its number in the course. */
public final class AddressedAssignment {

    private AddressedAssignment() {}

    public static Assignment find(AssignmentService assignments, Seat seat, String number) {
        return assignments
                .find(seat.course(), Fields.number(number))
                .orElseThrow(() -> new Refusal(
                        Response.Status.NOT_FOUND,
                        "There is no such assignment",
                        "Perhaps it was withdrawn. What is set stands on the page of the course."));
    }
}
