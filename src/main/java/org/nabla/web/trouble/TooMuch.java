package org.nabla.web.trouble;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses what is too long in words. */
@Singleton
class TooMuch {
    /** Browsers and proxies take no longer ones either. */
    private static final int LONGEST_ADDRESS = 4_000;
    /** Before the server looks. */
    private static final int FIRST = 1_000;

    private final long largestBody;

    TooMuch(VertxHttpConfig config) {
        largestBody =
                config.limits().maxBodySize().map(size -> size.asLongValue()).orElse(Long.MAX_VALUE);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (request.uri().length() > LONGEST_ADDRESS) {
            EarlyAnswer.refuse(request, 414);
        } else if (announced(request) > largestBody) {
            EarlyAnswer.refuse(request, 413);
        } else {
            context.next();
        }
    }

    private static long announced(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("[0-9]{1,18}") ? 0 : Long.parseLong(length);
    }
}
