package org.nabla.account.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.nabla.mail.MailSettings;
import org.nabla.web.address.ClientAddress;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;
import org.nabla.web.trouble.Refusal;

/** Where somebody who forgot their password gets back in by mail. Where the site sends none there is no such page. */
@Path("/lost-password")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RecoveryResource {

    @CheckedTemplate(basePath = "account/mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance lostPassword(String email, FormErrors errors);

        static native TemplateInstance onItsWay();

        static native TemplateInstance choosePassword(String login, String token, FormErrors errors);

        static native TemplateInstance passwordChanged();
    }

    private final Recovery recovery;
    private final MailSettings settings;
    private final ClientAddress client;

    RecoveryResource(Recovery recovery, MailSettings settings, ClientAddress client) {
        this.recovery = recovery;
        this.settings = settings;
        this.client = client;
    }

    @GET
    public TemplateInstance show() {
        onlyByMail();
        return Templates.lostPassword("", FormErrors.none());
    }

    /** The answer is the same whether anybody has this address or not. */
    @POST
    public Response ask(@RestForm @DefaultValue("") String email, @Context HttpServerRequest request) {
        onlyByMail();
        var errors = recovery.ask(email, client.of(request));
        return errors.isEmpty()
                ? to("/lost-password/sent")
                : Forms.refused(Templates.lostPassword(email, errors), errors);
    }

    @GET
    @Path("/sent")
    public TemplateInstance sent() {
        onlyByMail();
        return Templates.onItsWay();
    }

    @GET
    @Path("/changed")
    public TemplateInstance changed() {
        onlyByMail();
        return Templates.passwordChanged();
    }

    @GET
    @Path("/{token}")
    public TemplateInstance open(@RestPath String token) {
        onlyByMail();
        return Templates.choosePassword(login(token), token, FormErrors.none());
    }

    @POST
    @Path("/{token}")
    public Response choose(@RestPath String token, @RestForm @DefaultValue("") String password) {
        onlyByMail();
        var login = login(token);
        var errors = recovery.choose(token, password).orElseThrow(RecoveryResource::gone);
        return errors.isEmpty()
                ? to("/lost-password/changed")
                : Forms.refused(Templates.choosePassword(login, token, errors), errors);
    }

    private String login(String token) {
        return recovery.login(token).orElseThrow(RecoveryResource::gone);
    }

    private void onlyByMail() {
        if (!settings.isOn()) {
            throw new NotFoundException("There is no such page.");
        }
    }

    private static Refusal gone() {
        return Refusal.toward(
                Response.Status.GONE,
                "This link works no more",
                "It works once, for 30 minutes after the letter was sent.",
                "/lost-password",
                "Have another link sent");
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
