package org.nabla.api.token;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.api.ProblemDocument;
import org.nabla.api.RateLimiter;
import org.nabla.web.address.ClientAddress;

/** Who stands behind a request of a program: by its token, as RFC 6750 has it, and never by a cookie. */
@Singleton
public class ApiCallers {
    private static final String SCHEME = "bearer ";
    private static final String REALM = "Bearer realm=\"Nabla\"";

    private final ApiTokens tokens;
    private final UsableScopes usable;
    private final RateLimiter limiter;
    private final ClientAddress client;

    ApiCallers(ApiTokens tokens, UsableScopes usable, RateLimiter limiter, ClientAddress client) {
        this.tokens = tokens;
        this.usable = usable;
        this.limiter = limiter;
        this.client = client;
    }

    /**
     * The owner of the token, where it opens this.
     *
     * @throws WebApplicationException with a problem as its body: 401 without a token that works, 403 where it is for something
     *     else, 429 where there are too many requests
     */
    public UserId with(TokenScope scope, HttpServerRequest request) {
        admit(client.of(request));
        var sent = sent(request)
                .orElseThrow(() -> unknown(
                        "Send a token in the header “Authorization: Bearer …”. Whoever teaches makes one on the page"
                                + " /account/tokens.",
                        ""));
        var found = tokens.use(sent)
                .orElseThrow(() -> unknown(
                        "There is no such token. Perhaps it was ended, or is not all there: it begins with nabla_ and has 49"
                                + " characters.",
                        ", error=\"invalid_token\""));
        if (found.ended()) {
            throw unknown(
                    "This token has run out. Make a new one on the page /account/tokens.", ", error=\"invalid_token\"");
        }
        var token = found.token();
        admit("token " + token.number());
        if (!token.scopes().contains(scope)) {
            throw forbidden(
                    scope,
                    "This token does not open " + scope.word() + ". Make one that does on the page /account/tokens.");
        }
        if (!usable.of(token.owner()).contains(scope)) {
            throw forbidden(scope, "Whoever made this token may not do this any more.");
        }
        return token.owner();
    }

    private void admit(String name) {
        limiter.admit(name).ifPresent(wait -> {
            throw new WebApplicationException(ProblemDocument.tooMany(wait));
        });
    }

    private static Optional<String> sent(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private static WebApplicationException unknown(String detail, String error) {
        return new WebApplicationException(
                ProblemDocument.response(Response.Status.UNAUTHORIZED.getStatusCode(), "Who is this?", detail, "")
                        .header(HttpHeaders.WWW_AUTHENTICATE, REALM + error)
                        .build());
    }

    private static WebApplicationException forbidden(TokenScope scope, String detail) {
        return new WebApplicationException(
                ProblemDocument.response(Response.Status.FORBIDDEN.getStatusCode(), "Not by this token", detail, "")
                        .header(
                                HttpHeaders.WWW_AUTHENTICATE,
                                REALM + ", error=\"insufficient_scope\", scope=\"" + scope.word() + "\"")
                        .build());
    }
}
