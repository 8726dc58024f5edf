package org.nabla.signon.door;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.nabla.account.door.SignOn;
import org.nabla.signon.people.Sessions;
import org.nabla.signon.provider.Provider;
import org.nabla.signon.provider.SignOnAddresses;

/** The way out, here and at the provider by which somebody came. */
@Path("/sign-out/with")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SignOutResource {
    private final Sessions sessions;
    private final SignOnAddresses addresses;
    private final SignOn signOn;

    SignOutResource(Sessions sessions, SignOnAddresses addresses, SignOn signOn) {
        this.sessions = sessions;
        this.addresses = addresses;
        this.signOn = signOn;
    }

    @POST
    public Response signOut(@Context UriInfo uri) {
        var provider = sessions.withEnd();
        signOn.leave();
        return provider.map(found -> Onward.to(found, end(found, uri.getBaseUri()), true))
                .orElseGet(() -> Response.seeOther(URI.create("/")).build());
    }

    private String end(Provider provider, URI request) {
        return Address.of(
                provider.endpoints().end(),
                "client_id",
                provider.client().id(),
                "post_logout_redirect_uri",
                addresses.of(provider.slug(), request).left());
    }
}
