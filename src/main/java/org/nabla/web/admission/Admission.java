package org.nabla.web.admission;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nabla.web.address.ClientAddress;
import org.nabla.web.trouble.EarlyAnswer;

/**
 * Lets requests in by their kind: each kind has places of its own, so that pages never wait for checks. Without it every
 * request that arrives takes a thread, the threads compete for the connections to the database, and past some load nearly all
 * of them fail at once. Whoever waits here holds neither.
 */
@Singleton
class Admission {
    /** After {@link Bodies}: what is not all there takes no place. */
    private static final int AFTER_BODIES = 800;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Map<RequestKind, Turnstile> turnstiles = new EnumMap<>(RequestKind.class);
    private final ClientAddress clients;
    private final long patience;

    Admission(
            AdmissionConfig config,
            ClientAddress clients,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size", defaultValue = "50") int connections) {
        this.clients = clients;
        this.patience = config.patience().toMillis();
        int processors = Runtime.getRuntime().availableProcessors();
        int views = config.views().orElse(Math.max(2, Math.min(8 * processors, connections / 2)));
        turnstiles.put(RequestKind.VIEW, new Turnstile(views, config.line()));
        turnstiles.put(RequestKind.SEND, new Turnstile(config.sends().orElse(12 * processors), config.line()));
        turnstiles.put(RequestKind.ENTRY, new Turnstile(config.entries().orElse(2 * processors), config.line()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, AFTER_BODIES);
    }

    Turnstile at(RequestKind kind) {
        return Objects.requireNonNull(turnstiles.get(kind));
    }

    private void admit(RoutingContext routing) {
        var request = routing.request();
        var kind = RequestKind.of(request.method(), request.path());
        if (kind.isEmpty()) {
            routing.next();
            return;
        }
        var turnstile = at(kind.get());
        var own = routing.vertx().getOrCreateContext();
        var visit = new Visit(
                clients.of(request),
                () -> own.runOnContext(now -> routing.next()),
                () -> own.runOnContext(now -> EarlyAnswer.later(request, RETRY_AFTER)));
        // Answered, failed or gone: of the handlers of a response, later ones take the place of earlier ones, but not
        // of these.
        var done = QuarkusRequestWrapper.get(request);
        done.addRequestDoneHandler(end -> turnstile.leave(visit));
        turnstile.enter(visit);
        if (turnstile.isWaiting(visit)) {
            var vertx = routing.vertx();
            var timer = vertx.setTimer(patience, late -> turnstile.giveUp(visit));
            // A timer holds the request and all that was written for it as long as nobody stops it.
            done.addRequestDoneHandler(end -> vertx.cancelTimer(timer));
        }
    }
}
