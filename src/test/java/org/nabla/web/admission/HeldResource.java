package org.nabla.web.admission;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For tests: answers when it is told to. */
@Path("/api/test/held")
@Blocking
public class HeldResource {
    static final Semaphore LET_GO = new Semaphore(0);

    @POST
    @Operation(hidden = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public String hold(String sent) {
        LET_GO.acquireUninterruptibly();
        return sent;
    }
}
