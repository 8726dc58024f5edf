package org.nabla.signon.provider;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Role;
import org.nabla.account.operator.OperatorAct;
import org.nabla.account.operator.OperatorLog;
import org.nabla.account.session.CurrentUser;
import org.nabla.outside.AddressGuard;
import org.nabla.outside.OutsideException;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.Forms;

/** Where whoever runs the site enters who may say who somebody is. For everybody else there is no such page. */
@RolesAllowed(Role.OPERATORS)
@Path("/operator/sign-on")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ProvidersResource {
    private static final String HOME = "/operator/sign-on";
    private static final Map<String, String> NOTICES = Map.of(
            "added", "Saved. Its button is on the page for signing in.",
            "changed", "Saved, and its description is read anew.",
            "removed", "Removed. Accounts that came by it stay, but who has no password cannot sign in to them.");

    /** The page with all of them. */
    record ListPage(List<Provider> providers, String notice) {}

    /** The form. @param action where it is sent @param hasSecret whether one is kept already */
    record FormPage(String action, ProviderForm form, boolean isNew, boolean hasSecret, SignOnAddresses.Own own) {}

    @CheckedTemplate(basePath = "signon")
    static class Templates {
        static native TemplateInstance providers(ListPage page);

        static native TemplateInstance provider(FormPage page, FormErrors errors);
    }

    private final Providers providers;
    private final Discovery discovery;
    private final SignOnAddresses addresses;
    private final AddressGuard guard;
    private final OperatorLog log;
    private final CurrentUser current;
    private final SecureRandom chance = new SecureRandom();

    ProvidersResource(
            Providers providers,
            Discovery discovery,
            SignOnAddresses addresses,
            AddressGuard guard,
            OperatorLog log,
            CurrentUser current) {
        this.log = log;
        this.providers = providers;
        this.discovery = discovery;
        this.addresses = addresses;
        this.guard = guard;
        this.current = current;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String done) {
        return Templates.providers(new ListPage(providers.all(), NOTICES.getOrDefault(done == null ? "" : done, "")));
    }

    @GET
    @Path("/new")
    public TemplateInstance ask(@Context UriInfo uri) {
        return page(ProviderForm.empty(chance), Optional.empty(), uri, FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> typed, @Context UriInfo uri) {
        var sent = form(typed, of(typed, "slug"));
        var form = sent.hasGoodSlug()
                ? sent
                : form(typed, ProviderForm.empty(chance).slug());
        return save(form, Optional.empty(), uri);
    }

    @GET
    @Path("/{provider:\\d+}")
    public TemplateInstance edit(@RestPath long provider, @Context UriInfo uri) {
        var found = find(provider);
        return page(ProviderForm.of(found), Optional.of(found), uri, FormErrors.none());
    }

    @POST
    @Path("/{provider:\\d+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestPath long provider, MultivaluedMap<String, String> typed, @Context UriInfo uri) {
        var found = find(provider);
        return save(form(typed, found.slug()), Optional.of(found), uri);
    }

    @POST
    @Path("/{provider:\\d+}/remove")
    public Response remove(@RestPath long provider) {
        log.write(current.known(), OperatorAct.PROVIDER_REMOVED, find(provider).label());
        providers.remove(provider);
        return done("removed");
    }

    /** No transaction is open while the provider is asked. */
    private Response save(ProviderForm form, Optional<Provider> before, UriInfo uri) {
        var errors = form.errors(guard);
        if (errors.isEmpty()) {
            try {
                var found = discovery.read(form.issuer());
                if (!providers.isTaken(
                        form, found.issuer(), before.map(Provider::id).orElse(0L))) {
                    before.ifPresentOrElse(
                            old -> providers.change(old.id(), form, found), () -> providers.add(form, found));
                    log.write(
                            current.known(),
                            before.isPresent() ? OperatorAct.PROVIDER_CHANGED : OperatorAct.PROVIDER_ADDED,
                            form.label());
                    return done(before.isPresent() ? "changed" : "added");
                }
                errors.add("client", "This client of this issuer is entered already: change that one.");
            } catch (OutsideException e) {
                errors.add("issuer", e.sentence());
            }
        }
        return Forms.refused(page(form, before, uri, errors), errors);
    }

    private TemplateInstance page(ProviderForm form, Optional<Provider> before, UriInfo uri, FormErrors errors) {
        return Templates.provider(
                new FormPage(
                        before.map(found -> HOME + "/" + found.id()).orElse(HOME),
                        form,
                        before.isEmpty(),
                        before.filter(found -> !found.client().secret().isEmpty())
                                .isPresent(),
                        addresses.of(form.slug(), uri.getBaseUri())),
                errors);
    }

    private Provider find(long provider) {
        return providers.find(provider).orElseThrow(NotFoundException::new);
    }

    private static ProviderForm form(MultivaluedMap<String, String> typed, String slug) {
        return new ProviderForm(
                slug,
                of(typed, "label"),
                of(typed, "issuer"),
                of(typed, "client"),
                of(typed, "secret"),
                of(typed, "scopes"),
                of(typed, "claim"),
                of(typed, "values"));
    }

    private static String of(MultivaluedMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "");
    }

    private static Response done(String word) {
        return Response.seeOther(URI.create(HOME + "?done=" + word)).build();
    }
}
