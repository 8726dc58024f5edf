package org.nabla.classroom.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Token;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.CourseNotices;
import org.nabla.classroom.CourseNumber;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.CourseTeacher;
import org.nabla.classroom.member.MembershipService;
import org.nabla.classroom.member.Sections;
import org.nabla.classroom.seat.CourseRole;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.Section;
import org.nabla.web.address.SiteAddress;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** Who teaches a course: seen by all its teachers, decided by the one who opened it. */
@Path("/courses")
@Blocking
@Produces(MediaType.TEXT_HTML)
class TeachersResource {

    /** What the page shows. @param link a new invitation, shown this once; empty where none was just made */
    record Shown(
            Seat seat,
            List<CourseTeacher> teachers,
            List<Invitation> invitations,
            String login,
            String link,
            List<Section> sections,
            String notice) {

        public boolean owner() {
            return seat.role() == CourseRole.TEACHER && !seat.archived();
        }

        /** Whether whoever looks may hand the course over. */
        public boolean leads() {
            return seat.leads() && !seat.archived();
        }
    }

    /** An invitation that is still open. */
    record Invitation(long id, String login, String role, CourseMoment until) {}

    @CheckedTemplate(basePath = "classroom")
    static class Templates {
        static native TemplateInstance teachers(Shown page, FormErrors errors);
    }

    private final CourseAccess access;
    private final CoursePeople people;
    private final MembershipService membership;
    private final InvitationService invitations;
    private final Sections sections;
    private final SiteAddress site;

    TeachersResource(
            CourseAccess access,
            CoursePeople people,
            MembershipService membership,
            InvitationService invitations,
            Sections sections,
            SiteAddress site) {
        this.site = site;
        this.sections = sections;
        this.access = access;
        this.people = people;
        this.membership = membership;
        this.invitations = invitations;
    }

    @GET
    @Path("/{course}/teachers")
    public TemplateInstance show(@RestPath String course, @RestQuery @Nullable String done) {
        return page(access.teacher(course), "", "", CourseNotices.of(done), FormErrors.none());
    }

    @POST
    @Path("/{course}/teachers")
    public Response inviteLogin(
            @RestPath String course,
            @RestForm @DefaultValue("") String login,
            @RestForm @DefaultValue("") String as,
            @RestForm @Nullable List<String> section) {
        var seat = access.owner(course).inUse();
        var objection = invitations.inviteLogin(seat, login.strip().toLowerCase(Locale.ROOT), asked(as, section));
        var errors = FormErrors.none().add("login", objection);
        return errors.isEmpty() ? done(seat, "invited") : Forms.refused(page(seat, login, "", "", errors), errors);
    }

    /** The link is in this answer and nowhere else. */
    @POST
    @Path("/{course}/teachers/link")
    public Response inviteByLink(
            @RestPath String course,
            @RestForm @DefaultValue("") String as,
            @RestForm @Nullable List<String> section,
            @Context UriInfo uri) {
        var seat = access.owner(course).inUse();
        var token = invitations.inviteByLink(seat, asked(as, section)).map(Token::value);
        if (token.isEmpty()) {
            var errors = FormErrors.none().add("login", InvitationService.tooMany());
            return Forms.refused(page(seat, "", "", "", errors), errors);
        }
        var link = site.root(uri.getBaseUri()) + "/invitations/" + token.get();
        return Response.ok(page(seat, "", link, "", FormErrors.none())).build();
    }

    @POST
    @Path("/{course}/teachers/{teacher}/remove")
    public Response dismiss(@RestPath String course, @RestPath String teacher) {
        var seat = access.owner(course).inUse();
        return found(membership.dismiss(seat, PeopleResource.user(teacher)), seat, "dismissed");
    }

    /** Gives an assistant other sections, or the whole course. */
    @POST
    @Path("/{course}/teachers/{teacher}/sections")
    public Response assign(
            @RestPath String course, @RestPath String teacher, @RestForm @Nullable List<String> section) {
        var seat = access.owner(course).inUse();
        return found(membership.assign(seat, PeopleResource.user(teacher), numbers(section)), seat, "assigned");
    }

    private static InvitationService.Asked asked(String as, @Nullable List<String> section) {
        return as.equals(CourseRole.ASSISTANT.name())
                ? new InvitationService.Asked(CourseRole.ASSISTANT, numbers(section))
                : InvitationService.Asked.CO_TEACHER;
    }

    /** The sections that were ticked; empty where none was, which is the whole course. */
    private static Optional<Set<Long>> numbers(@Nullable List<String> section) {
        return Optional.ofNullable(section)
                .map(ticked -> ticked.stream()
                        .flatMap(number -> CourseNumber.parse(number).stream())
                        .collect(Collectors.toSet()))
                .filter(ids -> !ids.isEmpty());
    }

    @POST
    @Path("/{course}/teachers/{teacher}/hand-over")
    public Response handOver(@RestPath String course, @RestPath String teacher) {
        var seat = access.leader(course).inUse();
        return found(membership.handOver(seat, PeopleResource.user(teacher)), seat, "handed");
    }

    @POST
    @Path("/{course}/invitations/{invitation}/withdraw")
    public Response withdraw(@RestPath String course, @RestPath String invitation) {
        var seat = access.owner(course).inUse();
        var gone = CourseNumber.parse(invitation)
                .filter(id -> invitations.withdraw(seat, id))
                .isPresent();
        return found(gone, seat, "withdrawn");
    }

    private TemplateInstance page(Seat seat, String login, String link, String notice, FormErrors errors) {
        var open = invitations.open(seat.course()).stream()
                .map(i ->
                        new Invitation(i.id(), i.login(), i.role().word(), CourseMoment.of(i.expiresAt(), seat.zone())))
                .toList();
        return Templates.teachers(
                new Shown(seat, people.teachers(seat.course()), open, login, link, sections.of(seat.course()), notice),
                errors);
    }

    private static Response found(boolean found, Seat seat, String word) {
        if (!found) {
            throw PeopleResource.nobody();
        }
        return done(seat, word);
    }

    private static Response done(Seat seat, String word) {
        return Response.seeOther(URI.create(seat.address() + "/teachers?done=" + word))
                .build();
    }
}
