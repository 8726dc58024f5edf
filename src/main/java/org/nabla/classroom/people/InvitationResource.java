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
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.CurrentUser;
import org.nabla.account.Token;
import org.nabla.web.Page;

/** Where somebody who is asked to teach a course says yes or no. */
@Path("/invitations")
@Blocking
@Produces(MediaType.TEXT_HTML)
class InvitationResource {

    @CheckedTemplate(basePath = "classroom")
    static class Templates {
        static native TemplateInstance invitation(InvitationService.Offer offer, String address);
    }

    private final InvitationService invitations;
    private final CurrentUser current;
    private final Page page;

    InvitationResource(InvitationService invitations, CurrentUser current, Page page) {
        this.invitations = invitations;
        this.current = current;
        this.page = page;
    }

    @GET
    @Path("/{token}")
    public TemplateInstance show(@RestPath String token) {
        current.signedIn(page);
        var offer = Token.parse(token).flatMap(invitations::offer).orElseThrow(InvitationService::gone);
        return Templates.invitation(offer, "/invitations/" + token);
    }

    @POST
    @Path("/{token}")
    public Response accept(@RestPath String token) {
        var user = current.signedIn(page);
        var offer = Token.parse(token)
                .flatMap(secret -> invitations.accept(user, secret))
                .orElseThrow(InvitationService::gone);
        return Response.seeOther(URI.create(
                        "/courses/" + offer.course() + (offer.role().teaches() ? "?done=teaching" : "?done=assisting")))
                .build();
    }
}
