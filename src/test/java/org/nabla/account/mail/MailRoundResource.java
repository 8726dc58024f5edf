package org.nabla.account.mail;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestQuery;

/** Sends letters now, which else is done every few seconds; for tests alone. */
@Path("/test/mail")
@Blocking
@Produces(MediaType.TEXT_HTML)
class MailRoundResource {
    private final MailPost post;
    private final Mornings mornings;
    private final Clock clock;

    MailRoundResource(MailPost post, Mornings mornings, Clock clock) {
        this.post = post;
        this.mornings = mornings;
        this.clock = clock;
    }

    /** @param in how much later it is, as {@code PT5M} */
    @GET
    public String send(@RestQuery @DefaultValue("PT0S") String in) {
        post.send(clock.instant().plus(Duration.parse(in)));
        return "sent";
    }

    @GET
    @Path("/clean")
    public String clean(@RestQuery @DefaultValue("PT0S") String in) {
        post.clean(clock.instant().plus(Duration.parse(in)));
        return "cleaned";
    }

    @GET
    @Path("/morning")
    public String morning(@RestQuery @DefaultValue("PT0S") String in) {
        mornings.look(clock.instant().plus(Duration.parse(in)));
        return "looked";
    }
}
