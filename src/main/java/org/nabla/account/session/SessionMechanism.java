package org.nabla.account.session;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.nabla.web.address.Framed;

/** Lets Quarkus Security know who sends a request, by the cookie of their session. Asked only where a page wants a role. */
@Singleton
class SessionMechanism implements HttpAuthenticationMechanism {
    private static final int SEE_OTHER = 303;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager identities) {
        var request = routing.request();
        return request.getCookie(SessionCookie.NAME) == null && request.getCookie(Framed.SESSION) == null
                ? Uni.createFrom().nullItem()
                : identities.authenticate(new SessionIdentities.Asked());
    }

    /** Where something outside of our pages asks for a role; pages turn people away by {@link Gatekeeper}. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return Uni.createFrom().item(new ChallengeData(SEE_OTHER, HttpHeaders.LOCATION, "/sign-in"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionIdentities.Asked.class);
    }
}
