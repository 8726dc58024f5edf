package org.nabla.web.address;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages in the frame of another site. Browsers keep ordinary cookies from them, so there they have cookies of their own, which
 * are good in frames of that site alone; and only sites that {@link Framing} names may show them.
 */
@Singleton
public class Framed {

    /** Stands for the session where a page is in the frame of another site. */
    public static final String SESSION = "framed-session";

    private static final String CSRF = "csrf-token";
    private static final String POLICY = "Content-Security-Policy";
    private static final int EARLY = 1000;

    private final List<Framing> framing;

    Framed(@All List<Framing> framing) {
        this.framing = framing;
    }

    /**
     * Whether a request comes from such a frame: it has the cookie, or a browser says so. From the second page on in a frame the
     * browser calls the request one of our own site; who has no session of ours there is in the frame of another.
     */
    public static boolean is(HttpServerRequest request) {
        var known = request.getCookie("session") != null;
        return request.getCookie(SESSION) != null && !known
                || "iframe".equals(request.getHeader("Sec-Fetch-Dest"))
                        && (!known || "cross-site".equals(request.getHeader("Sec-Fetch-Site")));
    }

    /** Whether the browser kept what {@link #begin} left in this frame. */
    public static boolean hasBegun(HttpServerRequest request) {
        return request.getCookie(SESSION) != null;
    }

    /** Remembers that this is a frame, for the steps of a sign-on that other pages of the frame's site send here. */
    public static void begin(RoutingContext routing, long seconds) {
        if (routing.request().getCookie(SESSION) == null) {
            addCookie(routing, SESSION, "begun", "/", seconds);
        }
    }

    /** A cookie that works in a frame, and in frames of the same site alone. */
    public static void addCookie(RoutingContext routing, String name, String value, String path, long seconds) {
        routing.response()
                .headers()
                .add(
                        HttpHeaders.SET_COOKIE,
                        name + "=" + value + "; Path=" + path + "; Max-Age=" + seconds
                                + "; HttpOnly; Secure; SameSite=None; Partitioned");
    }

    void register(@Observes Filters filters) {
        filters.register(this::prepare, EARLY);
    }

    private void prepare(RoutingContext routing) {
        if (is(routing.request())) {
            routing.addHeadersEndHandler(end -> {
                ownToken(routing);
                allow(routing);
            });
        }
        routing.next();
    }

    /** The token of forms travels in a cookie too. */
    private static void ownToken(RoutingContext routing) {
        routing.response().removeCookies(CSRF, false).stream()
                .filter(cookie -> cookie.getMaxAge() > 0) // those that came with the request have no age
                .forEach(cookie -> addCookie(routing, CSRF, cookie.getValue(), "/", cookie.getMaxAge()));
    }

    private void allow(RoutingContext routing) {
        var origins =
                framing.stream().flatMap(f -> f.origins().stream()).distinct().toList();
        @Nullable String policy = routing.response().headers().get(POLICY);
        if (!origins.isEmpty() && policy != null) {
            routing.response()
                    .putHeader(
                            POLICY,
                            policy.replace("frame-ancestors 'none'", "frame-ancestors " + String.join(" ", origins)));
        }
    }
}
