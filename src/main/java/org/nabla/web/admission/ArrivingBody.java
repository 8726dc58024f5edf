package org.nabla.web.admission;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;
import org.nabla.web.trouble.EarlyAnswer;

/** A body on its way, gathered by the event loop of its connection alone. */
final class ArrivingBody {
    private final RoutingContext routing;
    private final HttpServerRequest request;
    private final BodyPatience patience;
    private final long longest;
    private final Consumer<Buffer> whole;
    private final long begun = System.nanoTime();
    private final Buffer received = Buffer.buffer();
    private Runnable over = () -> {};
    private boolean ended;
    private long timer;

    /** @param whole is given all of it, unless it is too long or too late */
    ArrivingBody(RoutingContext routing, BodyPatience patience, long longest, Consumer<Buffer> whole) {
        this.routing = routing;
        this.request = routing.request();
        this.patience = patience;
        this.longest = longest;
        this.whole = whole;
    }

    /** @param over called once, however it ends */
    void whenOver(Runnable over) {
        this.over = over;
    }

    void read() {
        request.handler(this::receive);
        request.endHandler(last -> {
            if (end()) {
                whole.accept(received);
            }
        });
        waitFor(patience.base());
        request.resume();
    }

    /** Nothing more is waited for. @return whether it was still waited for */
    boolean end() {
        if (ended) {
            return false;
        }
        ended = true;
        routing.vertx().cancelTimer(timer);
        over.run();
        return true;
    }

    private void receive(Buffer part) {
        if (ended) {
            return;
        }
        if (received.length() + (long) part.length() > longest) {
            end();
            EarlyAnswer.hangUp(request, 413);
        } else {
            received.appendBuffer(part);
        }
    }

    private void waitFor(Duration time) {
        timer = routing.vertx().setTimer(Math.max(1, time.toMillis()), now -> look());
    }

    private void look() {
        var left = patience.left(received.length(), Duration.ofNanos(System.nanoTime() - begun));
        if (left.isNegative() || left.isZero()) {
            if (end()) {
                EarlyAnswer.hangUp(request, 408);
            }
        } else if (!ended) {
            waitFor(left);
        }
    }
}
