package org.nabla.account.session;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.nabla.account.UserId;

/** Says who is there, or makes a guest of them; for tests alone. */
@Path("/test/who")
@Produces(MediaType.TEXT_HTML)
class GuestResource {

    private final CurrentUser current;

    GuestResource(CurrentUser current) {
        this.current = current;
    }

    @GET
    public String who() {
        return current.id().map(UserId::toString).orElse("nobody") + (current.isGuest() ? " guest" : "");
    }

    @POST
    public String doSomething() {
        return current.orGuest().toString();
    }
}
