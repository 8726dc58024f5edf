package org.nabla.classroom.dates;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.LateDaySpending;
import org.nabla.classroom.listing.AddressedAssignment;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.trouble.Refusal;

/** Late days of a learner in an assignment: the rule in a sentence first, then the deed. */
@Path("/courses/{course}/assignments/{number}/late-days")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LateDaysResource {

    /** What the page shows. @param rule what holds, in a sentence or three */
    record Shown(Seat seat, String address, String title, String rule, LateDaySpending.Account account) {}

    @CheckedTemplate(basePath = "classroom/assignment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance lateDays(Shown page);
    }

    private final CourseAccess access;
    private final AssignmentService assignments;
    private final LateDaySpending spending;

    LateDaysResource(CourseAccess access, AssignmentService assignments, LateDaySpending spending) {
        this.access = access;
        this.assignments = assignments;
        this.spending = spending;
    }

    @GET
    public TemplateInstance show(@RestPath String course, @RestPath String number) {
        var seat = access.learner(course).inUse();
        var assignment = AddressedAssignment.find(assignments, seat, number);
        var account = spending.account(seat, assignment);
        return Templates.lateDays(
                new Shown(seat, assignment.address(), assignment.title(), rule(seat, account), account));
    }

    /** Spends one. */
    @POST
    public Response spend(@RestPath String course, @RestPath String number) {
        var seat = access.learner(course).inUse();
        var assignment = AddressedAssignment.find(assignments, seat, number);
        return done(
                spending.spend(seat, assignment),
                assignment,
                "late-day",
                "No late day can be spent here now",
                "None is left, the assignment is not open, or its answers are told before the day would end.");
    }

    /** Takes one back. */
    @POST
    @Path("/back")
    public Response takeBack(@RestPath String course, @RestPath String number) {
        var seat = access.learner(course).inUse();
        var assignment = AddressedAssignment.find(assignments, seat, number);
        return done(
                spending.takeBack(seat, assignment),
                assignment,
                "late-day-back",
                "No late day can be taken back here",
                "None is spent on this assignment, or its day has begun.");
    }

    static String rule(Seat seat, LateDaySpending.Account account) {
        var left = "You have %s left.".formatted(Words.count(account.left(), "late day", "late days"));
        return account.spendable()
                ? left
                        + " One late day moves your due date by a day, from %s to %s; you can take it back until the day begins."
                                .formatted(
                                        moment(account.now().due(), seat),
                                        moment(account.then().due(), seat))
                : left + " None can be spent on this assignment now.";
    }

    private static String moment(Instant at, Seat seat) {
        return CourseMoment.of(at, seat.zone()).text();
    }

    private static Response done(boolean could, Assignment assignment, String word, String title, String reason) {
        if (!could) {
            throw new Refusal(Response.Status.CONFLICT, title, reason);
        }
        return Response.seeOther(URI.create(assignment.address() + "?done=" + word))
                .build();
    }
}
