package org.nabla.classroom.people;

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
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.CourseNotices;
import org.nabla.classroom.CourseNumber;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.member.MembershipService;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.trouble.Refusal;

/** The learners of a course, for its teachers. */
@Path("/courses")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PeopleResource {

    /** What the page shows. */
    record Shown(Seat seat, List<Row> learners, List<Row> former, String notice) {
        /** Whether whoever looks may change the list. */
        public boolean deeds() {
            return seat.teaches() && !seat.archived();
        }

        /** Whether anybody is in a section. */
        public boolean sections() {
            return learners.stream().anyMatch(row -> row.learner().section().isPresent());
        }
    }

    /** A learner with the day of joining or leaving. */
    record Row(Enrolled learner, CourseMoment since) {}

    @CheckedTemplate(basePath = "classroom")
    static class Templates {
        static native TemplateInstance people(Shown page);
    }

    private final CourseAccess access;
    private final CoursePeople people;
    private final MembershipService membership;

    PeopleResource(CourseAccess access, CoursePeople people, MembershipService membership) {
        this.access = access;
        this.people = people;
        this.membership = membership;
    }

    @GET
    @Path("/{course}/people")
    public TemplateInstance show(@RestPath String course, @RestQuery @Nullable String done) {
        var seat = access.marker(course);
        return Templates.people(new Shown(
                seat,
                people.learners(seat).stream()
                        .map(l -> new Row(l, CourseMoment.of(l.joinedAt(), seat.zone())))
                        .toList(),
                (seat.teaches() ? people.former(seat.course()) : List.<Enrolled>of())
                        .stream()
                                .map(l -> new Row(l, CourseMoment.of(l.leftAt().orElse(l.joinedAt()), seat.zone())))
                                .toList(),
                CourseNotices.of(done)));
    }

    @POST
    @Path("/{course}/people/{learner}/remove")
    public Response remove(@RestPath String course, @RestPath String learner) {
        var seat = access.teacher(course).inUse();
        return answer(seat, membership.remove(seat, user(learner)), "removed");
    }

    @POST
    @Path("/{course}/people/{learner}/readmit")
    public Response readmit(@RestPath String course, @RestPath String learner) {
        var seat = access.teacher(course).inUse();
        return answer(seat, membership.readmit(seat, user(learner)), "readmitted");
    }

    static UserId user(String number) {
        return new UserId(CourseNumber.parse(number).orElseThrow(PeopleResource::nobody));
    }

    static Refusal nobody() {
        return new Refusal(
                Response.Status.NOT_FOUND,
                "There is nobody with this number in the course",
                "Perhaps somebody else changed the list a moment ago. Go back and load it again.");
    }

    static Refusal noSection() {
        return new Refusal(
                Response.Status.NOT_FOUND,
                "There is no such section in the course",
                "Perhaps somebody else removed it a moment ago. Go back and load the page again.");
    }

    static Refusal noAct() {
        return new Refusal(
                Response.Status.NOT_FOUND,
                "There is nothing to take back",
                "Perhaps somebody else took it back a moment ago. Go back and load the page again.");
    }

    private static Response answer(Seat seat, boolean found, String word) {
        if (!found) {
            throw nobody();
        }
        return Response.seeOther(URI.create(seat.address() + "/people?done=" + word))
                .build();
    }
}
