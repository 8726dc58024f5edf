package org.nabla.signon.door;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import org.nabla.account.Token;
import org.nabla.signon.provider.Provider;
import org.nabla.signon.provider.SignOnAddresses;
import org.nabla.web.address.OwnAddress;

/** The address that leads to a provider, with the secrets that it brings back. */
@Singleton
class Way {
    private final Begun begun;
    private final SignOnAddresses addresses;

    Way(Begun begun, SignOnAddresses addresses) {
        this.begun = begun;
        this.addresses = addresses;
    }

    /** @param session where an account is to be linked, that of its owner */
    String to(Provider provider, OwnAddress next, Optional<Token> session, URI request) {
        var secrets = begun.begin(provider, next, session);
        return Address.of(
                provider.endpoints().authorization(),
                "response_type",
                "code",
                "client_id",
                provider.client().id(),
                "redirect_uri",
                addresses.of(provider.slug(), request).back(),
                "scope",
                provider.client().scopes(),
                "state",
                secrets.state().value(),
                "nonce",
                secrets.nonce().value(),
                "code_challenge",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(secrets.verifier().hash()),
                "code_challenge_method",
                "S256");
    }
}
