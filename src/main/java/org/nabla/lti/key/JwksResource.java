package org.nabla.lti.key;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The public keys of this site, where platforms look for them. */
@Path("/lti/jwks")
@Blocking
class JwksResource {
    private final ToolKeys keys;

    JwksResource(ToolKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.WILDCARD) // whatever somebody who looks asks for
    public Response show() {
        return Response.ok(keys.publicKeys(), MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
