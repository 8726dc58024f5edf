package org.nabla.teaching;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.nabla.account.Role;
import org.nabla.account.session.CurrentUser;
import org.nabla.classroom.CourseNumber;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.seat.Seat;
import org.nabla.teaching.demo.DemoCourses;
import org.nabla.teaching.demo.DemoOffer;

/** Where a teacher begins, and where a demo course is opened and removed. */
@RolesAllowed(Role.TEACHERS)
@Path("/teaching")
@Blocking
@Produces(MediaType.TEXT_HTML)
class TeachingResource {

    /**
     * What the page shows.
     *
     * @param offered whether a demo course is offered here
     * @param demo the demo course of whoever looks; 0 where there is none
     * @param beingMade how far it is while it is being made
     */
    record Shown(Week week, boolean offered, long demo, Optional<String> beingMade) {}

    @CheckedTemplate(basePath = "teaching")
    static class Templates {
        static native TemplateInstance teaching(Shown page);
    }

    private final Weeks weeks;
    private final DemoCourses demos;
    private final DemoOffer offer;
    private final CourseService courses;
    private final CurrentUser current;

    TeachingResource(Weeks weeks, DemoCourses demos, DemoOffer offer, CourseService courses, CurrentUser current) {
        this.weeks = weeks;
        this.demos = demos;
        this.offer = offer;
        this.courses = courses;
        this.current = current;
    }

    @GET
    public TemplateInstance show() {
        var user = current.known();
        var teaches = courses.of(user).stream().filter(seat -> !seat.archived()).anyMatch(Seat::teaches);
        var own = demos.of(user).stream().findFirst().orElse(0L);
        return Templates.teaching(
                new Shown(weeks.of(user, teaches), own == 0 && offer.isOffered(), own, offer.progress(user)));
    }

    /** Opens a demo course, which fills while the teacher looks. */
    @POST
    @Path("/demo")
    public Response open() {
        var user = current.known();
        if (demos.of(user).isEmpty() && offer.isOffered()) {
            offer.play(user);
        }
        return Response.seeOther(URI.create("/teaching")).build();
    }

    @POST
    @Path("/demo/remove")
    public Response remove(@RestForm @DefaultValue("") String course) {
        var user = current.known();
        CourseNumber.parse(course).ifPresent(number -> demos.remove(user, number));
        return Response.seeOther(URI.create("/teaching")).build();
    }
}
