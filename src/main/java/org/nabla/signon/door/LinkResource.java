package org.nabla.signon.door;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.CurrentUser;
import org.nabla.account.SignOn;
import org.nabla.signon.provider.Providers;
import org.nabla.web.OwnAddress;
import org.nabla.web.Page;

/** Where somebody who is signed in goes to a provider, to link who they are there. */
@Path("/account/sign-on/link/{provider:[a-z0-9]+}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LinkResource {
    private final Providers providers;
    private final Way way;
    private final SignOn signOn;
    private final CurrentUser current;
    private final Page page;

    LinkResource(Providers providers, Way way, SignOn signOn, CurrentUser current, Page page) {
        this.providers = providers;
        this.way = way;
        this.signOn = signOn;
        this.current = current;
        this.page = page;
    }

    @POST
    public Response link(@RestPath String provider, @Context UriInfo uri) {
        current.signedIn(page);
        var found = providers.find(provider).orElseThrow(NotFoundException::new);
        return Onward.to(found, way.to(found, OwnAddress.of("/account"), signOn.session(), uri.getBaseUri()), false);
    }
}
