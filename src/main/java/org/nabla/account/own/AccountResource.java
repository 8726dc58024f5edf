package org.nabla.account.own;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
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
import org.nabla.account.Role;
import org.nabla.account.User;
import org.nabla.account.UserId;
import org.nabla.account.WayIn;
import org.nabla.account.door.AccountService;
import org.nabla.account.door.LinkedPrograms;
import org.nabla.account.door.PasswordChange;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** The page on which somebody sees and changes what the site knows of them. */
@RolesAllowed(Role.LEARNERS)
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
    private final PasswordChange passwords;
    private final LinkedPrograms programs;
    private final CurrentUser current;
    private final List<WayIn> ways;

    AccountResource(
            AccountService accounts,
            PasswordChange passwords,
            LinkedPrograms programs,
            CurrentUser current,
            @All List<WayIn> ways) {
        this.passwords = passwords;
        this.programs = programs;
        this.accounts = accounts;
        this.current = current;
        this.ways = ways;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String saved) {
        var user = accounts.user(current.known());
        return Templates.account(shown(user, saved == null ? "" : saved), FormErrors.none());
    }

    @POST
    @Path("/details")
    public Response describe(@RestForm @DefaultValue("") String name, @RestForm @DefaultValue("") String email) {
        var id = current.known();
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
        var id = current.known();
        var errors = passwords.change(id, old, password, programs != null);
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
                programs.comeIn(user.id()),
                saved,
                panels(user.id()),
                programs.panels(user.id()));
    }

    private List<RawString> panels(UserId id) {
        return ways.stream().map(way -> way.panel(id)).flatMap(Optional::stream).toList();
    }

    private static Response saved(String form) {
        return Response.seeOther(URI.create("/account?saved=" + form)).build();
    }
}
