package org.nabla.lti.outbox;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.lti.place.Contexts;

/** Sends marks now, which else is done every minute; for tests alone. */
@Path("/test/marks")
@Produces(MediaType.TEXT_HTML)
class MarksRoundResource {
    private final MarkPost post;
    private final Contexts contexts;

    MarksRoundResource(MarkPost post, Contexts contexts) {
        this.post = post;
        this.contexts = contexts;
    }

    /** Only of one course, so that tests do not meet. */
    @GET
    @Path("/{course}")
    public String look(@RestPath long course) {
        contexts.of(course).forEach(post::look);
        return "looked";
    }
}
