package org.nabla.lti.launch;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.nabla.lti.outside.OutsideCalls;
import org.nabla.lti.outside.OutsideCalls.Question;
import org.nabla.lti.outside.OutsideException;

/**
 * The public keys of platforms, fetched and remembered. An unknown key makes them be fetched anew, but not more often than every
 * few seconds: else whoever sends forged messages would make this site call the platform as often as they like.
 */
@ApplicationScoped
class PlatformKeys {
    private static final Duration GOOD_FOR = Duration.ofHours(12);
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private record Known(Map<String, Key> keys, Instant at) {}

    private final OutsideCalls calls;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Instant> tried = new ConcurrentHashMap<>();

    PlatformKeys(OutsideCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The key of this name.
     *
     * @param address where the platform shows its keys
     * @throws LaunchRefused where there is none
     */
    Key key(String address, String kid) {
        var now = clock.instant();
        var remembered = Optional.ofNullable(known.get(address));
        var found = remembered
                .filter(k -> k.at().plus(GOOD_FOR).isAfter(now))
                .flatMap(k -> Optional.ofNullable(k.keys().get(kid)));
        if (found.isPresent()) {
            return found.get();
        }
        if (mayTry(address, now)) {
            known.put(address, new Known(fetch(address), now));
        }
        return Optional.ofNullable(known.get(address))
                .flatMap(k -> Optional.ofNullable(k.keys().get(kid)))
                .orElseThrow(
                        () -> new LaunchRefused("The message is signed with a key that the platform does not show."));
    }

    private boolean mayTry(String address, Instant now) {
        var may = new boolean[1];
        tried.compute(address, (a, last) -> {
            may[0] = last == null || last.plus(BETWEEN).isBefore(now);
            return may[0] || last == null ? now : last;
        });
        return may[0];
    }

    private Map<String, Key> fetch(String address) {
        try {
            var answer = calls.ask(Question.get(address, Map.of("Accept", "application/json")));
            if (!answer.isGood()) {
                throw new OutsideException("The platform answered with the status " + answer.status() + ".");
            }
            var keys = new HashMap<String, Key>();
            for (var key : new JsonWebKeySet(answer.body()).getJsonWebKeys()) {
                var kid = key.getKeyId();
                if (kid != null && key instanceof RsaJsonWebKey && !"enc".equals(key.getUse())) {
                    keys.put(kid, key.getKey());
                }
            }
            return keys;
        } catch (OutsideException e) {
            throw new LaunchRefused("The keys of the platform could not be read. " + e.sentence(), e);
        } catch (JoseException | RuntimeException e) { // the library casts what it finds
            throw new LaunchRefused(
                    "The keys of the platform could not be read: they are not in the form of the standard.", e);
        }
    }
}
