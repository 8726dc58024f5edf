package org.nabla.signon.door;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.nabla.account.Token;
import org.nabla.account.session.SessionCookie;
import org.nabla.query.Rows;
import org.nabla.signon.provider.Provider;
import org.nabla.web.address.OwnAddress;

/** Sign-ons that began here, each good once, in one browser, for ten minutes. */
@Singleton
class Begun {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int NAME_LENGTH = 12;
    private static final int LONGEST_ADDRESS = 8000;

    /** What goes to the provider. @param verifier what only its hash goes of; the code is worth nothing without it */
    record Secrets(Token state, Token nonce, Token verifier) {}

    /** One that is known. @param session where an account is linked, the hash of its session */
    record Found(
            byte[] nonceHash,
            byte[] browserHash,
            String verifier,
            OwnAddress next,
            Optional<byte[]> session,
            boolean used) {

        boolean asked(String nonce) {
            return Token.parse(nonce)
                    .filter(token -> MessageDigest.isEqual(token.hash(), nonceHash))
                    .isPresent();
        }

        boolean links() {
            return session.isPresent();
        }

        /** Whether it was begun in this session. */
        boolean isOf(Optional<Token> here) {
            return session.filter(hash -> here.filter(token -> MessageDigest.isEqual(token.hash(), hash))
                            .isPresent())
                    .isPresent();
        }
    }

    private final SessionCookie cookies;
    private final EntityManager database;
    private final Clock clock;

    Begun(SessionCookie cookies, EntityManager database, Clock clock) {
        this.cookies = cookies;
        this.database = database;
        this.clock = clock;
    }

    /** @param session where an account is to be linked, that in which its owner is signed in */
    @Transactional
    Secrets begin(Provider provider, OwnAddress next, Optional<Token> session) {
        var secrets = new Secrets(Token.random(), Token.random(), Token.random());
        var browser = Token.random();
        database.createNativeQuery(
                        "insert into sign_on_begun (state_hash, nonce_hash, browser_hash, verifier, provider_id,"
                                + " next, session_hash, expires_at) values (:state, :nonce, :browser, :verifier, :provider, :next,"
                                + " cast(:session as bytea), :until)")
                .setParameter("state", secrets.state().hash())
                .setParameter("nonce", secrets.nonce().hash())
                .setParameter("browser", browser.hash())
                .setParameter("verifier", secrets.verifier().value())
                .setParameter("provider", provider.id())
                .setParameter("next", next.path().length() > LONGEST_ADDRESS ? "/" : next.path())
                .setParameter("session", session.map(Token::hash).orElse(null))
                .setParameter("until", clock.instant().plus(LIFE))
                .executeUpdate();
        cookies.write(cookie(secrets.state()), browser, LIFE);
        return secrets;
    }

    /** Empty where it is none of this provider, of another browser, or too old. */
    @Transactional
    Optional<Found> find(Provider provider, Token state) {
        return Rows.first(
                        database.createNativeQuery(
                                        "select nonce_hash, browser_hash, verifier, next, session_hash, used_at is not null"
                                                + " from sign_on_begun where state_hash = :state and provider_id = :provider"
                                                + " and expires_at > :now")
                                .setParameter("state", state.hash())
                                .setParameter("provider", provider.id())
                                .setParameter("now", clock.instant()),
                        Row.class)
                .map(Row::found)
                .filter(found -> cookies.read(cookie(state))
                        .filter(token -> MessageDigest.isEqual(token.hash(), found.browserHash()))
                        .isPresent());
    }

    private record Row(
            byte[] nonceHash,
            byte[] browserHash,
            String verifier,
            String next,
            Optional<byte[]> session,
            boolean used) {

        Found found() {
            return new Found(nonceHash, browserHash, verifier, OwnAddress.of(next), session, used);
        }
    }

    /** Uses it up. Says whether this was the first to do so: of two that come at once, one is. */
    @Transactional
    boolean use(Token state) {
        cookies.remove(cookie(state));
        return database.createNativeQuery(
                                "update sign_on_begun set used_at = :now where state_hash = :state and used_at is null")
                        .setParameter("now", clock.instant())
                        .setParameter("state", state.hash())
                        .executeUpdate()
                == 1;
    }

    /** Several may be under way in one browser. */
    private static String cookie(Token state) {
        return "sign-on-" + state.value().substring(0, NAME_LENGTH);
    }
}
