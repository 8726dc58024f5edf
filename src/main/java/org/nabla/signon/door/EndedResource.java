package org.nabla.signon.door;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.outside.OutsideException;
import org.nabla.signon.provider.Providers;

/** Where a provider itself says that somebody signed out there. */
@Path("/sign-in/with/{provider:[a-z0-9]+}/ended")
@Blocking
class EndedResource {
    private static final Logger LOG = Logger.getLogger(EndedResource.class);

    private final Providers providers;
    private final Endings endings;

    EndedResource(Providers providers, Endings endings) {
        this.providers = providers;
        this.endings = endings;
    }

    @POST
    public Response end(@RestPath String provider, @RestForm("logout_token") @DefaultValue("") String token) {
        var found = providers.find(provider).orElseThrow(NotFoundException::new);
        try {
            LOG.infof("The sign-on %s ended %d sessions.", found.slug(), endings.take(found, token));
            return Response.ok().header("Cache-Control", "no-store").build();
        } catch (OutsideException e) {
            LOG.infof("The sign-on %s could not end a session: %s", found.slug(), e.sentence());
            return Response.status(Response.Status.BAD_REQUEST)
                    .header("Cache-Control", "no-store")
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(Map.of("error", "invalid_request", "error_description", e.sentence()))
                    .build();
        }
    }
}
