package org.nabla.lti.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.nabla.account.Role;
import org.nabla.account.UserId;
import org.nabla.account.door.SignOn;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.address.ClientAddress;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** Where somebody who came by a platform says which account they had before, by signing in to it. */
@RolesAllowed(Role.LEARNERS)
@Path("/lti/link")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PlatformLinkResource {

    /** @param objection why it cannot be done; empty where it can */
    record LinkPage(String objection, String login) {}

    @CheckedTemplate(basePath = "lti")
    static class Templates {
        static native TemplateInstance link(LinkPage page, FormErrors errors);
    }

    private final PlatformLinking linking;
    private final PlatformIdentities identities;
    private final SignOn signOn;
    private final CurrentUser current;
    private final ClientAddress client;

    PlatformLinkResource(
            PlatformLinking linking,
            PlatformIdentities identities,
            SignOn signOn,
            CurrentUser current,
            ClientAddress client) {
        this.linking = linking;
        this.identities = identities;
        this.signOn = signOn;
        this.current = current;
        this.client = client;
    }

    @GET
    public TemplateInstance ask() {
        return Templates.link(new LinkPage(objection(current.known()), ""), FormErrors.none());
    }

    @POST
    public Response link(
            @RestForm @DefaultValue("") String login,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue("") String code,
            @Context HttpServerRequest request) {
        var from = current.known();
        var objection = objection(from);
        if (!objection.isEmpty()) {
            var errors = FormErrors.of("login", objection);
            return Forms.refused(Templates.link(new LinkPage(objection, login), errors), errors);
        }
        var proof = signOn.prove(login, password, code, client.of(request));
        if (proof.user().isEmpty()) {
            return Forms.refused(Templates.link(new LinkPage("", login), proof.errors()), proof.errors());
        }
        linking.link(from, proof.user().get());
        return Response.seeOther(URI.create("/courses")).build();
    }

    private String objection(UserId from) {
        return signOn.isWithoutPassword(from) && identities.vouchedFor(from)
                ? linking.objection(from).orElse("")
                : "You did not come by a learning platform, so there is nothing to link.";
    }
}
