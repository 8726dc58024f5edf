package org.nabla.signon.people;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.CurrentUser;
import org.nabla.account.SignOn;
import org.nabla.web.Page;
import org.nabla.web.Refusal;

/** Where somebody says that a provider vouches for them no more. */
@Path("/account/sign-on/{number:\\d+}/unlink")
@Blocking
@Produces(MediaType.TEXT_HTML)
class IdentityResource {
    private final Identities identities;
    private final WaysOf ways;
    private final SignOn signOn;
    private final CurrentUser current;
    private final Page page;

    IdentityResource(Identities identities, WaysOf ways, SignOn signOn, CurrentUser current, Page page) {
        this.identities = identities;
        this.ways = ways;
        this.signOn = signOn;
        this.current = current;
        this.page = page;
    }

    @POST
    public Response unlink(@RestPath long number) {
        var user = current.signedIn(page);
        if (signOn.isWithoutPassword(user) && ways.count(user) < 2) {
            throw Refusal.toward(
                    Response.Status.CONFLICT,
                    "This is your only way in",
                    "Without it nobody could sign in to this account. Choose a password first, or link another sign-on.",
                    "/account",
                    "Your account");
        }
        if (!identities.take(user, number)) {
            throw new NotFoundException();
        }
        return Response.seeOther(URI.create("/account?saved=unlinked")).build();
    }
}
