package org.nabla.classroom.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.Role;
import org.nabla.account.Token;
import org.nabla.account.session.CurrentUser;

/** Where somebody who is asked to teach a course says yes or no. */
@RolesAllowed(Role.LEARNERS)
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

    InvitationResource(InvitationService invitations, CurrentUser current) {
        this.invitations = invitations;
        this.current = current;
    }

    @GET
    @Path("/{token}")
    public TemplateInstance show(@RestPath String token) {
        var offer = Token.parse(token).flatMap(invitations::offer).orElseThrow(InvitationService::gone);
        return Templates.invitation(offer, "/invitations/" + token);
    }

    @POST
    @Path("/{token}")
    public Response accept(@RestPath String token) {
        var user = current.known();
        var offer = Token.parse(token)
                .flatMap(secret -> invitations.accept(user, secret))
                .orElseThrow(InvitationService::gone);
        return Response.seeOther(URI.create(
                        "/courses/" + offer.course() + (offer.role().teaches() ? "?done=teaching" : "?done=assisting")))
                .build();
    }
}
