package org.nabla.classroom.course;

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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.Role;
import org.nabla.account.UserId;
import org.nabla.account.session.CurrentUser;
import org.nabla.classroom.CourseForm;
import org.nabla.classroom.CourseNumber;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.people.CoursesPage;
import org.nabla.classroom.people.InvitationService;
import org.nabla.classroom.people.LearnerInvitations;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;
import org.nabla.web.form.TimeZones;
import org.nabla.web.page.Page;

/** The courses somebody takes part in, and the form that opens a new one. */
@Path("/courses")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CoursesResource {

    @CheckedTemplate(basePath = "classroom", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance courses(CoursesPage page);

        static native TemplateInstance newCourse(CourseForm form, List<TimeZones.Group> zones, FormErrors errors);
    }

    private final CourseService courses;
    private final InvitationService invitations;
    private final LearnerInvitations learning;
    private final CurrentUser current;
    private final Page page;

    CoursesResource(
            CourseService courses,
            InvitationService invitations,
            LearnerInvitations learning,
            CurrentUser current,
            Page page) {
        this.learning = learning;
        this.courses = courses;
        this.invitations = invitations;
        this.current = current;
        this.page = page;
    }

    @GET
    public TemplateInstance list() {
        if (!current.isSignedIn()) {
            return Templates.courses(CoursesPage.stranger());
        }
        var user = current.signedIn(page);
        return Templates.courses(
                CoursesPage.of(courses.of(user), invitations.waitingFor(user), learning.waitingFor(user)));
    }

    @RolesAllowed(Role.TEACHERS)
    @GET
    @Path("/new")
    public TemplateInstance ask() {
        var user = current.known();
        return form(new CourseForm("", usualZone(user)), FormErrors.none());
    }

    @RolesAllowed(Role.TEACHERS)
    @POST
    public Response open(@RestForm @DefaultValue("") String title, @RestForm @DefaultValue("") String zone) {
        var user = current.known();
        var form = new CourseForm(title, zone);
        var errors = form.errors();
        return errors.isEmpty()
                ? Response.seeOther(URI.create("/courses/" + courses.open(user, form.title(), form.zoneId())))
                        .build()
                : Forms.refused(form(form, errors), errors);
    }

    /** What somebody who was invited by their login makes of it. */
    @RolesAllowed(Role.LEARNERS)
    @POST
    @Path("/{course}/invitation")
    public Response answer(@RestPath String course, @RestForm @DefaultValue("") String answer) {
        var user = current.known();
        var accepted = answer.equals("yes");
        var number = CourseNumber.parse(course)
                .filter(found -> invitations.answer(user, found, accepted))
                .orElseThrow(InvitationService::gone);
        return Response.seeOther(URI.create(accepted ? "/courses/" + number + "?done=teaching" : "/courses"))
                .build();
    }

    /** What somebody who was asked to learn in a course makes of it. */
    @RolesAllowed(Role.LEARNERS)
    @POST
    @Path("/{course}/place")
    public Response takePlace(@RestPath String course, @RestForm @DefaultValue("") String answer) {
        var user = current.known();
        var accepted = answer.equals("yes");
        var number = CourseNumber.parse(course)
                .filter(found -> learning.answer(user, found, accepted))
                .orElseThrow(InvitationService::gone);
        return Response.seeOther(URI.create(accepted ? "/courses/" + number + "?joined=yes" : "/courses"))
                .build();
    }

    private static TemplateInstance form(CourseForm form, FormErrors errors) {
        return Templates.newCourse(form, TimeZones.groups(), errors);
    }

    /** That of the newest course; a script offers that of the browser to whoever has none. */
    private String usualZone(UserId user) {
        return courses.of(user).stream()
                .filter(Seat::teaches)
                .map(seat -> seat.zone().getId())
                .findFirst()
                .orElse("");
    }
}
