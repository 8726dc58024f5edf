package org.nabla.web.admission;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Leaves without losing a request. First the readiness says so, and the instance serves on until the proxy has noticed, ending
 * each connection after its answer, so that the proxy keeps none. Then it stops listening: a proxy that has noticed nothing is
 * refused a connection, which it may try elsewhere whatever the request was. The server by itself would go on listening and
 * answer 503, which no proxy may take for an invitation to send the request again.
 */
@Singleton
class Departure {
    /** Before anything can refuse, and after what must see a request whose cookies nobody has read. */
    private static final int FIRST = 1_500;

    private static final long LOOK_MILLIS = 20;

    private final DepartureConfig config;
    private final Vertx vertx;

    // Guarded by this.
    private int answering;
    private volatile boolean leaving;

    Departure(DepartureConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, FIRST);
    }

    /** Whether new requests are better sent elsewhere. */
    boolean isLeaving() {
        return leaving;
    }

    void leave(@Observes ShutdownDelayInitiatedEvent told) throws InterruptedException {
        leaving = true;
        if (config.notice().isZero()) {
            return;
        }
        Log.infof(
                "Told to end: serving on for %d s, until the proxy has noticed",
                config.notice().toSeconds());
        Thread.sleep(config.notice().toMillis());
        awaitAnswers();
        stopListening();
    }

    private synchronized void awaitAnswers() throws InterruptedException {
        var end = System.nanoTime() + config.patience().toNanos();
        while (answering > 0 && System.nanoTime() < end) {
            wait(LOOK_MILLIS);
        }
        if (answering > 0) {
            Log.warnf("%d requests are still being answered", answering);
        }
    }

    private void stopListening() {
        for (var server : vertx.deploymentIDs()) {
            try {
                vertx.undeploy(server).toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                Log.warn("the server did not stop listening", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void pass(RoutingContext routing) {
        begin();
        var request = routing.request();
        QuarkusRequestWrapper.get(request).addRequestDoneHandler(end -> done());
        if (leaving && request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        routing.next();
    }

    private synchronized void begin() {
        answering++;
    }

    private synchronized void done() {
        answering--;
    }
}
