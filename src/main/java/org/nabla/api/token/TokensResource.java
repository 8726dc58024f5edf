package org.nabla.api.token;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Role;
import org.nabla.account.UserId;
import org.nabla.account.own.AccountRemoval;
import org.nabla.account.password.OwnerCheck;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.address.SiteAddress;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;
import org.nabla.web.trouble.Refusal;

/** Where whoever teaches makes tokens for programs of their own, sees when these were last used, and ends them. */
@RolesAllowed(Role.LEARNERS)
@Path("/account/tokens")
@Blocking
@Produces(MediaType.TEXT_HTML)
class TokensResource {
    private static final String ADDRESS = "/account/tokens";
    private static final Map<String, String> NOTICES = Map.of(
            "ended", "It is ended: no program comes in by it any more.",
            "gone", "This one had ended already.");

    /**
     * What the page shows.
     *
     * @param asksPassword whether the form asks for the password; not of who has none
     * @param site the address of the site, for the examples
     */
    record Shown(
            List<TokenRow> tokens,
            List<TokenScope> scopes,
            TokenForm form,
            boolean asksPassword,
            String site,
            String notice) {}

    @CheckedTemplate(basePath = "api")
    static class Templates {
        static native TemplateInstance tokens(Shown page, FormErrors errors);

        static native TemplateInstance token(String name, String secret, String site, String scopes);
    }

    private final ApiTokens tokens;
    private final UsableScopes usable;
    private final OwnerCheck owner;
    private final AccountRemoval account;
    private final CurrentUser current;
    private final SiteAddress site;
    private final Clock clock;

    TokensResource(
            ApiTokens tokens,
            UsableScopes usable,
            OwnerCheck owner,
            AccountRemoval account,
            CurrentUser current,
            SiteAddress site,
            Clock clock) {
        this.tokens = tokens;
        this.usable = usable;
        this.owner = owner;
        this.account = account;
        this.current = current;
        this.site = site;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String done, @Context UriInfo asked) {
        var user = current.known();
        return page(
                user,
                TokenForm.NEW,
                FormErrors.none(),
                root(asked),
                NOTICES.getOrDefault(done == null ? "" : done, ""));
    }

    /** The secret is in this answer and nowhere else. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(MultivaluedMap<String, String> typed, @Context UriInfo asked) {
        var user = current.known();
        var scopes = scopes(user);
        var form = TokenForm.of(typed);
        var errors = form.errors(scopes);
        if (errors.isEmpty() && account.hasPassword(user)) {
            errors = owner.password(user, form.password());
        }
        if (errors.isEmpty()) {
            errors = tokens.oneMore(user);
        }
        if (!errors.isEmpty()) {
            return Forms.refused(page(user, form, errors, root(asked), ""), errors);
        }
        var secret = tokens.make(user, form.name(), form.chosen(scopes), form.life());
        return Response.ok(Templates.token(form.name(), secret, root(asked), TokenRow.words(form.chosen(scopes))))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/{number:[1-9][0-9]{0,17}}/end")
    public Response end(@RestPath long number) {
        var ended = tokens.end(current.known(), number);
        return Response.seeOther(URI.create(ADDRESS + "?done=" + (ended ? "ended" : "gone")))
                .build();
    }

    private String root(UriInfo asked) {
        return site.root(asked.getRequestUri());
    }

    /** Those that they can use; who can use none, and has no token of before, learns why. */
    private List<TokenScope> scopes(UserId user) {
        var scopes = List.copyOf(usable.of(user));
        if (scopes.isEmpty() && tokens.of(user).isEmpty()) {
            throw Refusal.toward(
                    Response.Status.FORBIDDEN,
                    "Tokens are for those who teach",
                    "By a token a program of yours sees the courses that you teach or assist, and there are none.",
                    "/teach",
                    "How to become a teacher here");
        }
        return scopes;
    }

    private TemplateInstance page(UserId user, TokenForm form, FormErrors errors, String root, String notice) {
        var scopes = scopes(user);
        var now = clock.instant();
        return Templates.tokens(
                new Shown(
                        tokens.of(user).stream()
                                .map(token -> TokenRow.of(token, now))
                                .toList(),
                        scopes,
                        form,
                        account.hasPassword(user),
                        root,
                        notice),
                errors);
    }
}
