package org.nabla.web.admission;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.nabla.web.address.ClientAddress;
import org.nabla.web.trouble.EarlyAnswer;

/**
 * Reads bodies before anybody works on them, without a thread: the endpoints would read theirs with one, and a client that sends
 * half a form some hundred times would hold them all. What does not arrive in time is ended.
 */
@Singleton
class Bodies {
    /** After what is refused by its address or its length alone. */
    private static final int AFTER_LENGTH = 900;

    private final ClientAddress clients;
    private final BodyPatience patience;
    private final int mostOfOne;
    private final int most;
    private final long longest;
    private final Map<String, Integer> arrivingOf = new ConcurrentHashMap<>();
    private final AtomicInteger arriving = new AtomicInteger();

    Bodies(AdmissionConfig config, VertxHttpConfig http, ClientAddress clients) {
        this.clients = clients;
        this.patience = new BodyPatience(config.body(), config.bytesASecond());
        this.mostOfOne = config.bodiesOfOne();
        this.most = config.bodies();
        this.longest =
                http.limits().maxBodySize().map(size -> size.asLongValue()).orElse(Long.MAX_VALUE);
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, AFTER_LENGTH);
    }

    /** How many are on their way. */
    int arriving() {
        return arriving.get();
    }

    private void read(RoutingContext routing) {
        var request = routing.request();
        if (!hasBody(request)) {
            routing.next();
            return;
        }
        var client = clients.of(request);
        int all = arriving.incrementAndGet();
        int ofOne = arrivingOf.merge(client, 1, Integer::sum);
        if (all > most || ofOne > mostOfOne) {
            leave(client);
            EarlyAnswer.hangUp(request, 503);
            return;
        }
        var body = new ArrivingBody(routing, patience, longest, whole -> {
            ((RoutingContextInternal) routing).setBody(whole);
            routing.next();
        });
        body.whenOver(() -> leave(client));
        QuarkusRequestWrapper.get(request).addRequestDoneHandler(end -> body.end());
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        body.read();
    }

    private void leave(String client) {
        arriving.decrementAndGet();
        arrivingOf.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
    }

    private static boolean hasBody(HttpServerRequest request) {
        if (request.isEnded()) {
            return false;
        }
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}
