package org.nabla.web.trouble;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.RestPath;

/** Fails in every way a page can; for tests alone. */
@Path("/test/broken")
@Produces(MediaType.TEXT_HTML)
class BrokenResource {

    static final String SECRET = "jdbc:postgresql://secret";

    @GET
    public String breaks() {
        throw new IllegalStateException(SECRET);
    }

    @GET
    @Path("/refused")
    public String refuses() {
        throw new Refusal(Response.Status.NOT_FOUND, "There is no such exercise", "Look among the skills.");
    }

    @GET
    @Path("/redirect")
    public String redirects() {
        throw new RedirectionException(303, URI.create("/elsewhere"));
    }

    /** As a database that goes away, is full, or refuses a row; wrapped twice, as Hibernate and JTA do. */
    @GET
    @Path("/database/{state}")
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    public String losesTheDatabase(@RestPath String state) {
        throw new IllegalStateException(new RuntimeException(
                state.equals("none")
                        ? new SQLException("Sorry, acquisition timeout!")
                        : new SQLException(SECRET, state)));
    }
}
