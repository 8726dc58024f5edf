package org.nabla.account.operator;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.AccountConfig;
import org.nabla.account.Role;
import org.nabla.account.Token;
import org.nabla.account.door.AccountService;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.address.SiteAddress;
import org.nabla.web.trouble.Refusal;

/** How somebody becomes a teacher here: whom they ask, and the links by which teachers invite others. */
@Path("/teach")
@Blocking
@Produces(MediaType.TEXT_HTML)
class TeachResource {

    /**
     * What the page shows.
     *
     * @param login of whoever looks; empty where they have no account
     * @param contact how to reach those who run the site; empty where the settings do not say
     * @param link a new invitation, shown this once; empty where none was just made
     * @param full whether too many invitations are open
     */
    record Shown(String login, boolean teaches, String contact, String link, boolean full) {}

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance teach(Shown page);

        static native TemplateInstance teachInvitation(String host, String address);
    }

    private final Teachers teachers;
    private final AccountService accounts;
    private final AccountConfig config;
    private final CurrentUser current;
    private final SiteAddress site;

    TeachResource(
            Teachers teachers, AccountService accounts, AccountConfig config, CurrentUser current, SiteAddress site) {
        this.site = site;
        this.teachers = teachers;
        this.accounts = accounts;
        this.config = config;
        this.current = current;
    }

    @GET
    public TemplateInstance show() {
        return page("", false);
    }

    /** The link is in this answer and nowhere else. */
    @RolesAllowed(Role.TEACHERS)
    @POST
    @Path("/link")
    public TemplateInstance invite(@Context UriInfo uri) {
        var token = teachers.invite(current.known());
        return page(
                token.map(t -> site.root(uri.getBaseUri()) + "/teach/" + t.value())
                        .orElse(""),
                token.isEmpty());
    }

    @RolesAllowed(Role.LEARNERS)
    @GET
    @Path("/{token}")
    public TemplateInstance invitation(@RestPath String token) {
        var host = Token.parse(token).flatMap(teachers::host).orElseThrow(TeachResource::gone);
        return Templates.teachInvitation(host, "/teach/" + token);
    }

    @RolesAllowed(Role.LEARNERS)
    @POST
    @Path("/{token}")
    public Response accept(@RestPath String token) {
        var user = current.known();
        if (Token.parse(token).filter(secret -> teachers.accept(user, secret)).isEmpty()) {
            throw gone();
        }
        return Response.seeOther(URI.create("/courses")).build();
    }

    private TemplateInstance page(String link, boolean full) {
        var login = current.isSignedIn()
                ? current.id().flatMap(id -> accounts.user(id).login()).orElse("")
                : "";
        return Templates.teach(
                new Shown(login, current.isTeacher(), config.contact().orElse(""), link, full));
    }

    private static Refusal gone() {
        return new Refusal(
                Response.Status.NOT_FOUND,
                "There is no such invitation",
                "It was used, or has run out: an invitation is open for a week. Ask for a new one.");
    }
}
