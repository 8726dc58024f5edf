package org.nabla.account.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.account.mail.MailLinks.Link;
import org.nabla.account.mail.MailLinks.Purpose;
import org.nabla.web.address.Doorway;
import org.nabla.web.trouble.Refusal;

/**
 * Ends notices by the link in one of them, without signing in: a person by a button, a program of mail by one request (RFC 8058).
 * Looking at the page ends nothing. The same link works again and again: what it does is harmless.
 */
@Path("/mail/unsubscribe/{token}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class UnsubscribeResource {

    /** Programs of mail send no token of ours. */
    @Singleton
    static class Door implements Doorway {
        @Override
        public boolean leadsTo(String path) {
            return path.startsWith("/mail/unsubscribe/");
        }
    }

    @CheckedTemplate(basePath = "account/mail")
    static class Templates {
        static native TemplateInstance unsubscribe(String address, String token);

        static native TemplateInstance unsubscribed(String address);
    }

    private final MailLinks links;
    private final Choices choices;
    private final Clock clock;

    UnsubscribeResource(MailLinks links, Choices choices, Clock clock) {
        this.links = links;
        this.choices = choices;
        this.clock = clock;
    }

    @GET
    public TemplateInstance ask(@RestPath String token) {
        return Templates.unsubscribe(find(token).address(), token);
    }

    @POST
    public TemplateInstance end(@RestPath String token) {
        var link = find(token);
        choices.clear(link.user());
        return Templates.unsubscribed(link.address());
    }

    private Link find(String token) {
        return links.find(token, Purpose.UNSUBSCRIBE, clock.instant())
                .orElseThrow(() -> Refusal.toward(
                        Response.Status.GONE,
                        "This link works no more",
                        "It is older than three months, or of an account that is gone. For what mail comes you choose on your page.",
                        "/account/mail",
                        "Your mail"));
    }
}
