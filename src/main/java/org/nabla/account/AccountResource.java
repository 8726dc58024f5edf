package org.nabla.account;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.web.FormErrors;
import org.nabla.web.Forms;
import org.nabla.web.Page;

/** The page on which somebody sees and changes what the site knows of them. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
class AccountResource {

    /**
     * What the page shows.
     *
     * @param hasPrograms whether programs come in by what they were given
     * @param saved the form whose success is to be told
     */
    record Shown(
            String name,
            String login,
            String email,
            boolean hasPassword,
            boolean hasPrograms,
            String saved,
            List<RawString> panels,
            List<RawString> programs) {}

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance account(Shown account, FormErrors errors);
    }

    private final AccountService accounts;
    private final CurrentUser current;
    private final List<WayIn> ways;
    private final Page page;

    AccountResource(AccountService accounts, CurrentUser current, @All List<WayIn> ways, Page page) {
        this.accounts = accounts;
        this.current = current;
        this.ways = ways;
        this.page = page;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String saved) {
        var user = accounts.user(current.signedIn(page));
        return Templates.account(shown(user, saved == null ? "" : saved), FormErrors.none());
    }

    @POST
    @Path("/details")
    public Response describe(@RestForm @DefaultValue("") String name, @RestForm @DefaultValue("") String email) {
        var id = current.signedIn(page);
        var errors = accounts.describe(id, name.strip(), email.strip());
        if (errors.isEmpty()) {
            return saved("details");
        }
        var user = accounts.user(id);
        return Forms.refused(Templates.account(shown(user, name, email, ""), errors), errors);
    }

    @POST
    @Path("/password")
    public Response changePassword(
            @RestForm @DefaultValue("") String old,
            @RestForm @DefaultValue("") String password,
            @RestForm @Nullable String programs) {
        var id = current.signedIn(page);
        var errors = accounts.changePassword(id, old, password, programs != null);
        if (errors.isEmpty()) {
            return saved("password");
        }
        return Forms.refused(Templates.account(shown(accounts.user(id), ""), errors), errors);
    }

    private Shown shown(User user, String saved) {
        return shown(user, user.name(), user.email().orElse(""), saved);
    }

    private Shown shown(User user, String name, String email, String saved) {
        return new Shown(
                name,
                user.login().orElse(""),
                email,
                user.passwordHash().isPresent(),
                accounts.hasPrograms(user.id()),
                saved,
                panels(user.id()),
                accounts.programPanels(user.id()));
    }

    private List<RawString> panels(UserId id) {
        return ways.stream().map(way -> way.panel(id)).flatMap(Optional::stream).toList();
    }

    private static Response saved(String form) {
        return Response.seeOther(URI.create("/account?saved=" + form)).build();
    }
}
