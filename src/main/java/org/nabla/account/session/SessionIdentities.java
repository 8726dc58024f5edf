package org.nabla.account.session;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Turns the {@link CurrentUser} into an identity with roles, so that the session is read once for both. A guest is known, but has
 * no role; whoever has to choose a password first is nobody.
 */
@Singleton
class SessionIdentities implements IdentityProvider<SessionIdentities.Asked> {

    /** Who sends the current request? */
    static final class Asked extends BaseAuthenticationRequest {}

    private final CurrentUser current;

    SessionIdentities(CurrentUser current) {
        this.current = current;
    }

    @Override
    public Class<Asked> getRequestType() {
        return Asked.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Asked asked, AuthenticationRequestContext context) {
        return context.runBlocking(this::identity);
    }

    private SecurityIdentity identity() {
        var identity = QuarkusSecurityIdentity.builder();
        var user = current.id();
        if (user.isEmpty()) {
            return identity.setAnonymous(true).build();
        }
        identity.setPrincipal(new QuarkusPrincipal(String.valueOf(user.get().value())));
        if (current.isSignedIn()) {
            current.roles().forEach(role -> identity.addRole(role.name()));
        }
        return identity.build();
    }
}
