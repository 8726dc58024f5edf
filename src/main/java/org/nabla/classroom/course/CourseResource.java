package org.nabla.classroom.course;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.CourseNotices;
import org.nabla.classroom.CoursePanel;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.OpenCode;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.MembershipService;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.address.SiteAddress;

/** The page of a course, for those who learn in it and those who teach it. */
@Path("/courses")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CourseResource {

    @CheckedTemplate(basePath = "classroom", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance course(CoursePage page);

        static native TemplateInstance courseAsLearner(CoursePage page);
    }

    private final CourseAccess access;
    private final CourseService courses;
    private final CoursePeople people;
    private final MembershipService membership;
    private final List<CoursePanel> panels;
    private final SiteAddress site;

    CourseResource(
            CourseAccess access,
            CourseService courses,
            CoursePeople people,
            MembershipService membership,
            @All List<CoursePanel> panels,
            SiteAddress site) {
        this.site = site;
        this.panels = panels;
        this.access = access;
        this.courses = courses;
        this.people = people;
        this.membership = membership;
    }

    @GET
    @Path("/{course}")
    public TemplateInstance show(
            @RestPath String course,
            @RestQuery @Nullable String joined,
            @RestQuery @Nullable String done,
            @Context UriInfo uri) {
        var seat = access.member(course);
        var notice = joined == null ? CourseNotices.of(done) : "You are in. What your teacher sets you appears here.";
        var shown = panels.stream().map(panel -> panel.html(seat)).toList();
        if (!seat.marks()) {
            return Templates.courseAsLearner(
                    new CoursePage(seat, people.leadingTeachers(seat.course()), 0, Optional.empty(), notice, shown));
        }
        return Templates.course(new CoursePage(
                seat,
                people.leadingTeachers(seat.course()),
                people.learners(seat).size(),
                courses.code(seat.course()).filter(code -> seat.teaches()).map(code -> view(code, seat, uri)),
                notice,
                shown));
    }

    /** A learner, a co-teacher or an assistant goes. */
    @POST
    @Path("/{course}/leave")
    public Response leave(@RestPath String course) {
        var seat = access.member(course);
        return Response.seeOther(URI.create(membership.leave(seat) ? "/courses" : seat.address() + "?done=owner"))
                .build();
    }

    private CoursePage.CodeView view(OpenCode code, Seat seat, UriInfo uri) {
        var address = code.code().address();
        return new CoursePage.CodeView(
                code.code().shown(),
                address,
                site.root(uri.getBaseUri()) + address,
                CourseMoment.of(code.until(), seat.zone()));
    }
}
