package org.nabla.embed;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.nabla.web.address.Doorway;

/**
 * Lets the pages of allowed sites, and none else, show an exercise in a frame. Its form comes without a token, because it changes
 * nothing and nobody is known there; so it gets no cookie either. The script for the page around may be loaded from everywhere.
 */
@Singleton
class EmbedHeaders implements Doorway {
    static final String BELOW = "/embed/";
    private static final String POLICY = "Content-Security-Policy";
    private static final int EARLY = 900;

    private final EmbedOrigins origins;

    EmbedHeaders(EmbedOrigins origins) {
        this.origins = origins;
    }

    @Override
    public boolean leadsTo(String path) {
        return path.startsWith(BELOW);
    }

    void register(@Observes Filters filters) {
        filters.register(this::prepare, EARLY);
    }

    private void prepare(RoutingContext routing) {
        if (routing.normalizedPath().startsWith(BELOW)) {
            routing.addHeadersEndHandler(end -> {
                var headers = routing.response().headers();
                @Nullable String policy = headers.get(POLICY);
                if (policy != null) {
                    headers.set(
                            POLICY,
                            policy.replaceAll("frame-ancestors [^;]*", "frame-ancestors " + origins.ancestors()));
                }
                routing.response().removeCookies("csrf-token", false);
                headers.remove(HttpHeaders.SET_COOKIE);
                if (routing.normalizedPath().endsWith(".js")) {
                    headers.set("Cross-Origin-Resource-Policy", "cross-origin");
                }
            });
        }
        routing.next();
    }
}
