package org.nabla.signon.door;

import jakarta.inject.Singleton;
import java.net.URI;
import org.nabla.account.Token;
import org.nabla.outside.OutsideException;
import org.nabla.signon.people.Person;
import org.nabla.signon.provider.Provider;
import org.nabla.signon.provider.SignOnAddresses;

/** Finds out who came back from a provider. Nobody is let in by it. */
@Singleton
class ProviderCallback {
    private final Begun begun;
    private final Exchange exchange;
    private final Checks checks;
    private final SignOnAddresses addresses;

    ProviderCallback(Begun begun, Exchange exchange, Checks checks, SignOnAddresses addresses) {
        this.begun = begun;
        this.exchange = exchange;
        this.checks = checks;
        this.addresses = addresses;
    }

    /** What came back. @param iss who says that it sent the browser */
    record Sent(String code, String state, String iss, String error) {}

    /** Who came, and how it had begun. */
    record Arrival(Begun.Found begun, Person person) {}

    /** @throws OutsideException where it is not known who came */
    Arrival of(Provider provider, Sent sent, URI request) {
        var state = Token.parse(sent.state()).orElseThrow(ProviderCallback::unknown);
        var known = begun.find(provider, state).orElseThrow(ProviderCallback::unknown);
        if (known.used() || !begun.use(state)) {
            throw new OutsideException("This sign-in was used already. Begin again.");
        }
        checkSender(provider, sent);
        var tokens = exchange.redeem(
                provider,
                sent.code(),
                known.verifier(),
                addresses.of(provider.slug(), request).back());
        return new Arrival(known, checks.person(provider, known, tokens));
    }

    private static void checkSender(Provider provider, Sent sent) {
        if (sent.iss().isEmpty()
                ? provider.endpoints().saysIssuer()
                : !sent.iss().equals(provider.issuer())) {
            throw new OutsideException("Another sign-on sent you than the one that you went to.");
        }
        if (sent.error().equals("access_denied")) {
            throw new OutsideException("You said no there, or may not come in by it.");
        }
        if (!sent.error().isEmpty() || sent.code().isEmpty()) {
            throw new OutsideException("The sign-on itself said no.");
        }
    }

    private static OutsideException unknown() {
        return new OutsideException(
                "This sign-in was not begun in this browser, or more than ten minutes ago. Begin again.");
    }
}
