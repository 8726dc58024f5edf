package org.nabla.account.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.web.trouble.Refusal;

/**
 * Where the link leads by which somebody confirms an address. Looking at it confirms nothing: programs that search mail for malware
 * open links too.
 */
@Path("/mail")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ConfirmResource {

    @CheckedTemplate(basePath = "account/mail")
    static class Templates {
        static native TemplateInstance confirm(String address, String login, String token);

        static native TemplateInstance confirmed();
    }

    private final Confirmation confirmation;
    private final Contacts contacts;

    ConfirmResource(Confirmation confirmation, Contacts contacts) {
        this.confirmation = confirmation;
        this.contacts = contacts;
    }

    @GET
    @Path("/confirm/{token}")
    public TemplateInstance ask(@RestPath String token) {
        return confirmation
                .find(token)
                .map(link -> Templates.confirm(link.address(), contacts.login(link.user()), token))
                .orElseThrow(ConfirmResource::gone);
    }

    @POST
    @Path("/confirm/{token}")
    public Response confirm(@RestPath String token) {
        if (!confirmation.confirm(token)) {
            throw gone();
        }
        return Response.seeOther(URI.create("/mail/confirmed")).build();
    }

    @GET
    @Path("/confirmed")
    public TemplateInstance confirmed() {
        return Templates.confirmed();
    }

    private static Refusal gone() {
        return Refusal.toward(
                Response.Status.GONE,
                "This link works no more",
                "It works once, for one day, and only as long as the account has this address. Is the address confirmed already? Your"
                        + " page tells, and sends another letter if it is not.",
                "/account/mail",
                "Your mail");
    }
}
