package org.nabla.account.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.SignUpForm;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.address.ClientAddress;
import org.nabla.web.address.OwnAddress;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** The page on which somebody gets an account; a guest keeps what they did. */
@Path("/sign-up")
@Produces(MediaType.TEXT_HTML)
class SignUpResource {

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance signUp(SignUpForm form, FormErrors errors, String next, boolean guest);
    }

    private final ClientAddress client;
    private final AccountService accounts;
    private final CurrentUser current;

    SignUpResource(AccountService accounts, CurrentUser current, ClientAddress client) {
        this.client = client;
        this.accounts = accounts;
        this.current = current;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String next) {
        return Templates.signUp(
                SignUpForm.EMPTY, FormErrors.none(), OwnAddress.of(next).path(), current.isGuest());
    }

    @POST
    public Response signUp(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String login,
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @RestForm @Nullable String next,
            @Context HttpServerRequest request) {
        var form = new SignUpForm(name, login, email, password);
        var back = OwnAddress.of(next);
        var errors = accounts.signUp(form, client.of(request));
        return errors.isEmpty()
                ? Response.seeOther(back.uri()).build()
                : Forms.refused(Templates.signUp(form, errors, back.path(), current.isGuest()), errors);
    }
}
