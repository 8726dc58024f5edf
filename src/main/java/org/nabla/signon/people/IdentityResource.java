package org.nabla.signon.people;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.Role;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.trouble.Refusal;

/** Where somebody says that a provider vouches for them no more. */
@RolesAllowed(Role.LEARNERS)
@Path("/account/sign-on/{number:\\d+}/unlink")
@Blocking
@Produces(MediaType.TEXT_HTML)
class IdentityResource {
    private final Unlinking unlinking;
    private final CurrentUser current;

    IdentityResource(Unlinking unlinking, CurrentUser current) {
        this.unlinking = unlinking;
        this.current = current;
    }

    @POST
    public Response unlink(@RestPath long number) {
        var result = unlinking.unlink(current.known(), number);
        if (result == Unlinking.Result.ONLY_WAY_IN) {
            throw Refusal.toward(
                    Response.Status.CONFLICT,
                    "This is your only way in",
                    "Without it nobody could sign in to this account. Choose a password first, or link another sign-on.",
                    "/account",
                    "Your account");
        }
        if (result == Unlinking.Result.NOT_THEIRS) {
            throw new NotFoundException();
        }
        return Response.seeOther(URI.create("/account?saved=unlinked")).build();
    }
}
