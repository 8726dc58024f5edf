package org.nabla.account.session;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import org.nabla.account.Throttle;
import org.nabla.account.Throttle.Subject;
import org.nabla.web.address.ClientAddress;
import org.nabla.web.trouble.Refusal;

/** Slows down whoever makes guests by the thousand from one address. */
@Singleton
class GuestDoor {

    private final CurrentVertxRequest request;
    private final ClientAddress client;
    private final Throttle throttle;

    GuestDoor(CurrentVertxRequest request, ClientAddress client, Throttle throttle) {
        this.request = request;
        this.client = client;
        this.throttle = throttle;
    }

    /** Counts one more guest. @throws Refusal where there were too many */
    void check() {
        var wait =
                throttle.attempt(Subject.GUEST, client.of(request.getCurrent().request()));
        if (wait.isPresent()) {
            throw Refusal.tooMany(
                    "Too many new visitors from your network",
                    "Wait " + wait.get().toSeconds()
                            + " seconds, then repeat the last step. Whoever signs in need not wait.",
                    wait.get().toSeconds());
        }
    }
}
