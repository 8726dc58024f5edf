package org.nabla.lti.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.nabla.lti.key.ToolKeys;
import org.nabla.lti.registration.Platform;
import org.nabla.outside.OutsideCalls;
import org.nabla.outside.OutsideCalls.Question;
import org.nabla.outside.OutsideException;

/** The tokens with which this site may ask a platform something, each for an hour or so; remembered as long as they are good. */
@Singleton
class ServiceTokens {
    private static final Duration ASSERTION = Duration.ofMinutes(5);
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final int USUAL_SECONDS = 300;
    private static final int LONGEST_SECONDS = 3600;

    private record Known(String token, Instant until) {}

    private final OutsideCalls calls;
    private final ToolKeys keys;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ServiceTokens(OutsideCalls calls, ToolKeys keys, ObjectMapper json, Clock clock) {
        this.calls = calls;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** @throws OutsideException where the platform gives none */
    String token(Platform platform, Collection<String> scopes) {
        var scope = String.join(" ", new TreeSet<>(scopes));
        var name = platform.id() + " " + scope;
        var remembered = known.get(name);
        if (remembered != null && remembered.until().isAfter(clock.instant())) {
            return remembered.token();
        }
        var fresh = ask(platform, scope);
        known.put(name, fresh);
        return fresh.token();
    }

    /** The platform did not take it: the next one is asked for anew. */
    void forget(Platform platform, Collection<String> scopes) {
        known.remove(platform.id() + " " + String.join(" ", new TreeSet<>(scopes)));
    }

    private Known ask(Platform platform, String scope) {
        var body = "grant_type=client_credentials&client_assertion_type="
                + encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&client_assertion="
                + encoded(assertion(platform)) + "&scope=" + encoded(scope);
        var answer = calls.ask(Question.post(
                platform.endpoints().token(),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                body));
        if (!answer.isGood()) {
            throw new OutsideException(
                    "The platform gives Nabla no access: it answered with the status " + answer.status() + ".");
        }
        try {
            var found = json.readTree(answer.body());
            var token = found.path("access_token").asText("");
            if (token.isEmpty() || !token.matches("[!-~]+")) {
                throw new OutsideException("The platform gives Nabla no access: there is no token in its answer.");
            }
            var seconds = Math.min(found.path("expires_in").asLong(USUAL_SECONDS), LONGEST_SECONDS);
            return new Known(token, clock.instant().plusSeconds(seconds).minus(MARGIN));
        } catch (JsonProcessingException e) {
            throw new OutsideException("The platform gives Nabla no access: its answer cannot be read.");
        }
    }

    private String assertion(Platform platform) {
        var claims = new JwtClaims();
        var now = clock.instant();
        claims.setIssuer(platform.clientId());
        claims.setSubject(platform.clientId());
        claims.setAudience(platform.endpoints().token());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(ASSERTION).getEpochSecond()));
        claims.setJwtId(UUID.randomUUID().toString());
        return keys.sign(claims);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
