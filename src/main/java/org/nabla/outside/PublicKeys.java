package org.nabla.outside;

import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.nabla.outside.OutsideCalls.Question;

/**
 * The public keys of others, fetched and remembered. An unknown key makes them be fetched anew, but not more often than every
 * few seconds: else whoever sends forged messages would make this site call others as often as they like.
 */
@Singleton
class PublicKeys {
    private static final Duration GOOD_FOR = Duration.ofHours(12);
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private record Known(List<JsonWebKey> keys, Instant at) {}

    private final OutsideCalls calls;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Instant> tried = new ConcurrentHashMap<>();

    PublicKeys(OutsideCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The key of this name; where none is named, the only one that fits.
     *
     * @param address where the keys are shown
     * @throws OutsideException where they could not be read
     */
    Optional<Key> key(String address, Optional<String> kid, String algorithm) {
        var now = clock.instant();
        var remembered = Optional.ofNullable(known.get(address))
                .filter(k -> k.at().plus(GOOD_FOR).isAfter(now))
                .flatMap(k -> among(k.keys(), kid, algorithm));
        if (remembered.isPresent()) {
            return remembered;
        }
        if (mayTry(address, now)) {
            known.put(address, new Known(fetch(address), now));
        }
        return Optional.ofNullable(known.get(address)).flatMap(k -> among(k.keys(), kid, algorithm));
    }

    private static Optional<Key> among(List<JsonWebKey> keys, Optional<String> kid, String algorithm) {
        var fitting = keys.stream()
                .filter(key -> algorithm.startsWith("ES") == key instanceof EllipticCurveJsonWebKey)
                .filter(key -> kid.isEmpty() || kid.get().equals(key.getKeyId()))
                .toList();
        return kid.isEmpty() && fitting.size() > 1
                ? Optional.empty()
                : fitting.stream().findFirst().map(JsonWebKey::getKey);
    }

    private boolean mayTry(String address, Instant now) {
        var may = new boolean[1];
        tried.compute(address, (a, last) -> {
            may[0] = last == null || last.plus(BETWEEN).isBefore(now);
            return may[0] || last == null ? now : last;
        });
        return may[0];
    }

    private List<JsonWebKey> fetch(String address) {
        try {
            var answer = calls.ask(Question.get(address, Map.of("Accept", "application/json")));
            if (!answer.isGood()) {
                throw new OutsideException("The other server answered with the status " + answer.status() + ".");
            }
            return new JsonWebKeySet(answer.body())
                    .getJsonWebKeys().stream()
                            .filter(key -> key instanceof RsaJsonWebKey || key instanceof EllipticCurveJsonWebKey)
                            .filter(key -> !"enc".equals(key.getUse()))
                            .toList();
        } catch (OutsideException e) {
            throw new OutsideException("The keys could not be read. " + e.sentence(), e);
        } catch (JoseException | RuntimeException e) { // the library casts what it finds
            throw new OutsideException("The keys could not be read: they are not in the form of the standard.", e);
        }
    }
}
