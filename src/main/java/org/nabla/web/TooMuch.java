package org.nabla.web;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses what is too long in words. The server itself, which would otherwise do it, sends an empty page. This page stands
 * without the layout: nothing of the request has been read that a layout could go by.
 */
@ApplicationScoped
class TooMuch {
    /** Browsers and proxies take no longer ones either. */
    private static final int LONGEST_ADDRESS = 4_000;
    /** Before the server looks. */
    private static final int FIRST = 1_000;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s · Nabla</title>
            <meta name="color-scheme" content="light dark">
            <link rel="stylesheet" href="%3$s">
            </head>
            <body>
            <main id="main">
            <p class="error-code">%4$d</p>
            <h1>%1$s</h1>
            <p class="lead">%2$s</p>
            <p class="actions"><a class="button primary" href="/practice">Practise</a> <a class="button" href="/">First page</a></p>
            </main>
            </body>
            </html>
            """;

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
            refuse(request, 414);
        } else if (announced(request) > largestBody) {
            refuse(request, 413);
        } else {
            context.next();
        }
    }

    private static long announced(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("[0-9]{1,18}") ? 0 : Long.parseLong(length);
    }

    private static void refuse(HttpServerRequest request, int status) {
        var words = ErrorMessage.of(status);
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        var program = request.path().startsWith("/api/")
                || accepted != null && accepted.contains("json") && !accepted.contains("html");
        // What is still on its way is not waited for.
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader(HttpHeaders.CONTENT_TYPE, program ? "application/problem+json" : "text/html; charset=utf-8")
                .end(
                        program
                                ? new JsonObject()
                                        .put("type", "about:blank")
                                        .put("title", words.title())
                                        .put("status", status)
                                        .put("detail", words.advice())
                                        .encode()
                                : PAGE.formatted(words.title(), words.advice(), Assets.url("app.css"), status));
    }
}
