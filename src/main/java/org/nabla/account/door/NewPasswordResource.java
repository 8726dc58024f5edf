package org.nabla.account.door;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.FirstPage;
import org.nabla.account.UserId;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.address.OwnAddress;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** Where somebody who came with a one-time password chooses one of their own; until then no other page knows them. */
@Path("/new-password")
@Blocking
@Produces(MediaType.TEXT_HTML)
class NewPasswordResource {

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance newPassword(String name, String login, FormErrors errors, String next);
    }

    private final AccountService accounts;
    private final PasswordChange passwords;
    private final CurrentUser current;
    private final List<FirstPage> firstPages;

    NewPasswordResource(
            AccountService accounts, PasswordChange passwords, CurrentUser current, @All List<FirstPage> firstPages) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.current = current;
        this.firstPages = firstPages;
    }

    static URI before(OwnAddress back) {
        return URI.create("/new-password?next=" + URLEncoder.encode(back.path(), StandardCharsets.UTF_8));
    }

    @GET
    public Response show(@RestQuery @Nullable String next) {
        var back = OwnAddress.of(next);
        return current.newcomer()
                .map(id -> Response.ok(page(id, FormErrors.none(), back)).build())
                .orElseGet(() -> Response.seeOther(back.uri()).build());
    }

    @POST
    public Response choose(@RestForm @DefaultValue("") String password, @RestForm @Nullable String next) {
        var back = OwnAddress.of(next);
        var newcomer = current.newcomer();
        if (newcomer.isEmpty()) {
            return Response.seeOther(URI.create("/sign-in")).build();
        }
        var errors = passwords.choose(newcomer.get(), password);
        return errors.isEmpty()
                ? Response.seeOther(first(newcomer.get(), back)).build()
                : Forms.refused(page(newcomer.get(), errors, back), errors);
    }

    /** Whoever came by a slip of paper wants to be where their teacher has sent them. */
    private URI first(UserId id, OwnAddress back) {
        return back.path().equals("/")
                ? firstPages.stream()
                        .flatMap(page -> page.of(id).stream())
                        .findFirst()
                        .map(URI::create)
                        .orElse(back.uri())
                : back.uri();
    }

    private TemplateInstance page(UserId id, FormErrors errors, OwnAddress back) {
        var user = accounts.user(id);
        return Templates.newPassword(user.name(), user.login().orElse(""), errors, back.path());
    }
}
