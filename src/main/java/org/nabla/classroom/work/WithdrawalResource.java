package org.nabla.classroom.work;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.Removal;
import org.nabla.classroom.listing.AddressedAssignment;
import org.nabla.web.trouble.Refusal;

/** A teacher takes an assignment back that nobody has begun. */
@Path("/courses/{course}/assignments/{number}/withdraw")
@Blocking
class WithdrawalResource {
    private final CourseAccess access;
    private final AssignmentService assignments;
    private final Removal removal;

    WithdrawalResource(CourseAccess access, AssignmentService assignments, Removal removal) {
        this.access = access;
        this.assignments = assignments;
        this.removal = removal;
    }

    @POST
    public Response withdraw(@RestPath String course, @RestPath String number) {
        var seat = access.teacher(course).inUse();
        if (!removal.withdraw(seat, AddressedAssignment.find(assignments, seat, number))) {
            throw new Refusal(
                    Response.Status.CONFLICT,
                    "Somebody has begun",
                    "An assignment on which somebody works is not withdrawn. Close it earlier by its rules, or excuse the learners.");
        }
        return Response.seeOther(URI.create(seat.address() + "/assignments?done=withdrawn"))
                .build();
    }
}
