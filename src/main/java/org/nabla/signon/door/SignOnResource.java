package org.nabla.signon.door;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.door.SignOn;
import org.nabla.account.session.CurrentUser;
import org.nabla.outside.OutsideException;
import org.nabla.signon.people.Linking;
import org.nabla.signon.people.Person;
import org.nabla.signon.people.SignOnAdmission;
import org.nabla.signon.provider.Provider;
import org.nabla.signon.provider.Providers;
import org.nabla.web.address.OwnAddress;
import org.nabla.web.page.Page;
import org.nabla.web.trouble.Refusal;

/** The way to a provider and back. */
@Path("/sign-in/with/{provider:[a-z0-9]+}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SignOnResource {
    private static final Logger LOG = Logger.getLogger(SignOnResource.class);

    private final Providers providers;
    private final Way way;
    private final ProviderCallback arrivals;
    private final SignOnAdmission admission;
    private final Linking linking;
    private final SignOn signOn;
    private final CurrentUser current;
    private final Page page;

    SignOnResource(
            Providers providers,
            Way way,
            ProviderCallback arrivals,
            SignOnAdmission admission,
            Linking linking,
            SignOn signOn,
            CurrentUser current,
            Page page) {
        this.providers = providers;
        this.way = way;
        this.arrivals = arrivals;
        this.admission = admission;
        this.linking = linking;
        this.signOn = signOn;
        this.current = current;
        this.page = page;
    }

    @GET
    public Response begin(@RestPath String provider, @RestQuery @Nullable String next, @Context UriInfo uri) {
        return to(way.to(find(provider), OwnAddress.of(next), Optional.empty(), uri.getBaseUri()));
    }

    @GET
    @Path("/back")
    public Response back(
            @RestPath String provider,
            @RestQuery @DefaultValue("") String code,
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String iss,
            @RestQuery @DefaultValue("") String error,
            @Context UriInfo uri) {
        var found = find(provider);
        try {
            var arrival = arrivals.of(found, new ProviderCallback.Sent(code, state, iss, error), uri.getBaseUri());
            return arrival.begun().links()
                    ? link(found, arrival.begun(), arrival.person())
                    : admit(found, arrival.begun(), arrival.person());
        } catch (OutsideException e) {
            LOG.infof("A sign-in with %s was refused: %s", found.slug(), e.sentence());
            throw Refusal.toward(
                    Response.Status.FORBIDDEN,
                    "You are not signed in",
                    e.sentence() + " If it stays like this, show this page to whoever looks after “" + found.label()
                            + "”.",
                    current.isSignedIn() ? "/account" : "/sign-in",
                    current.isSignedIn() ? "Your account" : "Try again");
        }
    }

    /** The page for signing in leads on, to a password of one's own first where one is to be chosen. */
    private Response admit(Provider provider, Begun.Found known, Person person) {
        var passage = admission.admit(provider, person);
        return to((passage.awaitsCode() ? "/sign-in/code?next=" : "/sign-in?next=")
                + known.next().encoded());
    }

    private Response link(Provider provider, Begun.Found known, Person person) {
        var user = current.signedIn(page);
        if (!known.isOf(signOn.session())) {
            throw new OutsideException("You signed in anew meanwhile. Begin again on the page of your account.");
        }
        linking.link(user, provider, person).ifPresent(objection -> {
            throw Refusal.toward(Response.Status.CONFLICT, "It is not linked", objection, "/account", "Your account");
        });
        return to("/account?saved=linked");
    }

    private Provider find(String slug) {
        return providers.find(slug).orElseThrow(NotFoundException::new);
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address))
                .header("Cache-Control", "no-store")
                .build();
    }
}
