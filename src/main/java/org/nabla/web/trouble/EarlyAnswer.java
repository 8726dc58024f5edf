package org.nabla.web.trouble;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.nabla.web.Assets;

/**
 * Refuses a request in words before anything of the application has looked at it. The server itself, which would otherwise do
 * it, sends an empty page. This page stands without the layout: nothing of the request has been read that a layout could go by.
 */
public final class EarlyAnswer {

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
            <p class="actions"><a class="button primary" href="/practice">Practice</a> <a class="button" href="/">First page</a></p>
            </main>
            </body>
            </html>
            """;

    /** As the script beside a form reads it. */
    private static final String PIECE = "<div class=\"errors\" role=\"alert\"><p><strong>%1$s.</strong> %2$s</p></div>";

    private EarlyAnswer() {}

    /** What is still on its way is not waited for: the connection ends. */
    public static void refuse(HttpServerRequest request, int status) {
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        answer(request, status);
    }

    /** The same, and whoever goes on sending is cut off. */
    public static void hangUp(HttpServerRequest request, int status) {
        var response = request.response();
        if (response.closed()) {
            return;
        }
        refuse(request, status);
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            request.connection().close();
        }
    }

    /** What cannot be had now: the status is 503. @param wait after which to come back */
    public static void later(HttpServerRequest request, Duration wait) {
        request.response()
                .putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        answer(request, 503);
    }

    private static void answer(HttpServerRequest request, int status) {
        var words = ErrorMessage.of(status);
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        var program = request.path().startsWith("/api/")
                || accepted != null && accepted.contains("json") && !accepted.contains("html");
        var response = request.response().setStatusCode(status);
        if (program) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end(new JsonObject()
                            .put("type", "about:blank")
                            .put("title", words.title())
                            .put("status", status)
                            .put("detail", words.advice())
                            .encode());
        } else {
            var text = request.getHeader("HX-Request") == null ? PAGE : PIECE;
            response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .end(text.formatted(words.title(), words.advice(), Assets.url("app.css"), status));
        }
    }
}
