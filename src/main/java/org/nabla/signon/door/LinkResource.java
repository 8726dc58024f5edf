package org.nabla.signon.door;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.Role;
import org.nabla.account.door.SignOn;
import org.nabla.signon.provider.Providers;
import org.nabla.web.address.OwnAddress;

/** Where somebody who is signed in goes to a provider, to link who they are there. */
@RolesAllowed(Role.LEARNERS)
@Path("/account/sign-on/link/{provider:[a-z0-9]+}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LinkResource {
    private final Providers providers;
    private final Way way;
    private final SignOn signOn;

    LinkResource(Providers providers, Way way, SignOn signOn) {
        this.providers = providers;
        this.way = way;
        this.signOn = signOn;
    }

    @POST
    public Response link(@RestPath String provider, @Context UriInfo uri) {
        var found = providers.find(provider).orElseThrow(NotFoundException::new);
        return Onward.to(found, way.to(found, OwnAddress.of("/account"), signOn.session(), uri.getBaseUri()), false);
    }
}
