package org.nabla.account.session;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.nabla.account.Token;
import org.nabla.web.address.Framed;

/** Cookies that carry a token, a session's above all: hidden from scripts, not sent along from other sites, https only where there is https. */
@Singleton
public class SessionCookie {

    static final String NAME = "session";

    private final CurrentVertxRequest request;

    SessionCookie(CurrentVertxRequest request) {
        this.request = request;
    }

    public Optional<Token> read() {
        return routing().flatMap(SessionCookie::found).map(Cookie::getValue).flatMap(Token::parse);
    }

    /** What people call the browser that sends this request. */
    String browser() {
        return BrowserName.of(routing()
                .map(routing -> routing.request().getHeader("User-Agent"))
                .orElse(null));
    }

    void write(Token token, Duration life) {
        write(NAME, Framed.SESSION, token.value(), life.toSeconds());
    }

    void remove() {
        write(NAME, Framed.SESSION, "", 0);
    }

    /** The token in a cookie that is none of a session. */
    public Optional<Token> read(String name) {
        return routing()
                .map(routing -> routing.request().getCookie(name))
                .map(Cookie::getValue)
                .flatMap(Token::parse);
    }

    public void write(String name, Token token, Duration life) {
        write(name, name, token.value(), life.toSeconds());
    }

    public void remove(String name) {
        write(name, name, "", 0);
    }

    private void write(String name, String framedName, String value, long seconds) {
        routing().ifPresent(routing -> {
            if (Framed.is(routing.request())) {
                Framed.addCookie(routing, framedName, value, "/", seconds);
            } else {
                routing.response().addCookie(cookie(routing, name, value, seconds));
            }
        });
    }

    /** In the frame of another site a browser sends only the cookie that belongs to this frame. */
    private static Optional<Cookie> found(RoutingContext routing) {
        return Optional.ofNullable(routing.request().getCookie(NAME))
                .or(() -> Optional.ofNullable(routing.request().getCookie(Framed.SESSION)));
    }

    private static Cookie cookie(RoutingContext routing, String name, String value, long seconds) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(routing.request().isSSL())
                .setMaxAge(seconds);
    }

    private Optional<RoutingContext> routing() {
        return Optional.ofNullable(request.getCurrent());
    }
}
