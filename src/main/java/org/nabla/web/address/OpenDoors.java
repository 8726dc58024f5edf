package org.nabla.web.address;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets forms of others in where a {@link Doorway} leads. The filter for tokens knows no exceptions by address, so these requests get
 * a token here.
 */
@Singleton
class OpenDoors {
    private static final int BEFORE_COOKIES_ARE_READ = 2000;
    private static final int TOKEN_BYTES = 16;

    private final List<Doorway> doorways;
    private final SecureRandom chance = new SecureRandom();

    OpenDoors(@All List<Doorway> doorways) {
        this.doorways = doorways;
    }

    void register(@Observes Filters filters) {
        filters.register(this::open, BEFORE_COOKIES_ARE_READ);
    }

    private void open(RoutingContext routing) {
        var request = routing.request();
        if (request.method().equals(HttpMethod.POST) && doorways.stream().anyMatch(d -> d.leadsTo(request.path()))) {
            var bytes = new byte[TOKEN_BYTES];
            chance.nextBytes(bytes);
            var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            @Nullable String others = request.getHeader(HttpHeaders.COOKIE);
            var kept = others == null ? "" : "; " + others.replaceAll("(^|;)\\s*csrf-token=[^;]*", "");
            request.headers().set(HttpHeaders.COOKIE, "csrf-token=" + token + kept);
            request.headers().set("X-CSRF-TOKEN", token);
        }
        routing.next();
    }
}
