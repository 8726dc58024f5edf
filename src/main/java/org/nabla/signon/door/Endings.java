package org.nabla.signon.door;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Token;
import org.nabla.outside.OutsideException;
import org.nabla.outside.SignedMessages;
import org.nabla.signon.people.Sessions;
import org.nabla.signon.provider.Provider;

/** Messages by which a provider ends sessions (OpenID Connect Back-Channel Logout 1.0): every check, and each counts once. */
@Singleton
class Endings {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    /** Longer than any message is good for. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final SignedMessages messages;
    private final Sessions sessions;
    private final EntityManager database;
    private final Clock clock;

    Endings(SignedMessages messages, Sessions sessions, EntityManager database, Clock clock) {
        this.messages = messages;
        this.sessions = sessions;
        this.database = database;
        this.clock = clock;
    }

    /** How many sessions it ended. @throws OutsideException where it is not what it should be */
    int take(Provider provider, String token) {
        checkKind(token);
        var claims = messages.verify(provider.sender(), token);
        if (!(claims.getClaimValue("events") instanceof Map<?, ?> events) || !(events.get(EVENT) instanceof Map)) {
            throw new OutsideException("The message does not say that a session ended.");
        }
        if (claims.hasClaim("nonce")) {
            throw new OutsideException("The message is of a sign-in.");
        }
        var subject = text(claims, "sub").orElse("");
        var sid = text(claims, "sid").orElse("");
        var id = text(claims, "jti").orElseThrow(() -> new OutsideException("The message has no number (jti)."));
        if (subject.isEmpty() && sid.isEmpty()) {
            throw new OutsideException("The message does not say whose session ended.");
        }
        return endOnce(provider, id, subject, sid);
    }

    @Transactional
    int endOnce(Provider provider, String id, String subject, String sid) {
        var first = database.createNativeQuery("insert into sign_on_ended (provider_id, message, expires_at)"
                                + " values (:provider, :message, :until) on conflict do nothing")
                        .setParameter("provider", provider.id())
                        .setParameter("message", new Token(id).hash())
                        .setParameter("until", clock.instant().plus(REMEMBERED))
                        .executeUpdate()
                == 1;
        if (!first) {
            throw new OutsideException("The message came before.");
        }
        return sessions.end(provider, subject, sid);
    }

    /** Where it says of what kind it is, it says so of this one. */
    private static void checkKind(String token) {
        try {
            var jws = new JsonWebSignature();
            jws.setCompactSerialization(token);
            @Nullable String kind = jws.getHeader("typ");
            if (kind != null && !kind.equalsIgnoreCase("logout+jwt") && !kind.equalsIgnoreCase("jwt")) {
                throw new OutsideException("The message is of another kind.");
            }
        } catch (JoseException e) {
            throw new OutsideException("What came is no signed message.", e);
        }
    }

    private static Optional<String> text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text && !text.isEmpty() && Checks.isPlain(text)
                ? Optional.of(text)
                : Optional.empty();
    }
}
