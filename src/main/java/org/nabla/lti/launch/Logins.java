package org.nabla.lti.launch;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.nabla.account.Token;
import org.nabla.lti.registration.Platform;
import org.nabla.lti.registration.Platforms;
import org.nabla.query.Rows;

/** Logins that platforms began, each good for one launch, in one browser, for ten minutes. */
@Singleton
class Logins {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int NAME_LENGTH = 12;

    /** What the browser carries: state and nonce through the platform, the third by itself. */
    record Begun(Token state, Token nonce, Token browser) {}

    /** A login that is known. @param question what the platform asked for, as the query of an address */
    record Found(
            Platform platform,
            byte[] nonceHash,
            byte[] browserHash,
            String question,
            Optional<String> storage,
            boolean used) {

        boolean isIn(String browser) {
            return Token.parse(browser)
                    .filter(token -> MessageDigest.isEqual(token.hash(), browserHash))
                    .isPresent();
        }

        boolean asked(String nonce) {
            return Token.parse(nonce)
                    .filter(token -> MessageDigest.isEqual(token.hash(), nonceHash))
                    .isPresent();
        }
    }

    private final Platforms platforms;
    private final EntityManager database;
    private final Clock clock;

    Logins(Platforms platforms, EntityManager database, Clock clock) {
        this.platforms = platforms;
        this.database = database;
        this.clock = clock;
    }

    /** The cookie of a login: several may be under way in one browser. */
    static String cookie(Token state) {
        return "lti-" + state.value().substring(0, NAME_LENGTH);
    }

    @Transactional
    Begun begin(Platform platform, String question, Optional<String> storage) {
        var begun = new Begun(Token.random(), Token.random(), Token.random());
        var now = clock.instant();
        database.createNativeQuery("insert into lti_login (state_hash, nonce_hash, browser_hash, platform_id, question,"
                        + " storage, created_at, expires_at) values (:state, :nonce, :browser, :platform, :question,"
                        + " cast(:storage as varchar), :now, :until)")
                .setParameter("state", begun.state().hash())
                .setParameter("nonce", begun.nonce().hash())
                .setParameter("browser", begun.browser().hash())
                .setParameter("platform", platform.id())
                .setParameter("question", question)
                .setParameter("storage", storage.orElse(null))
                .setParameter("now", now)
                .setParameter("until", now.plus(LIFE))
                .executeUpdate();
        return begun;
    }

    @Transactional
    Optional<Found> find(Token state) {
        return Rows.first(
                        database.createNativeQuery(
                                        "select platform_id, nonce_hash, browser_hash, question, storage, used_at is not null"
                                                + " from lti_login where state_hash = :state and expires_at > :now")
                                .setParameter("state", state.hash())
                                .setParameter("now", clock.instant()),
                        Row.class)
                .flatMap(row -> platforms.find(row.platform()).map(row::found));
    }

    private record Row(
            long platform,
            byte[] nonceHash,
            byte[] browserHash,
            String question,
            Optional<String> storage,
            boolean used) {

        Found found(Platform of) {
            return new Found(of, nonceHash, browserHash, question, storage, used);
        }
    }

    /** Uses a login up. Says whether it was the first to do so: of two that come at once, one is. */
    @Transactional
    boolean use(Token state) {
        return database.createNativeQuery(
                                "update lti_login set used_at = :now where state_hash = :state and used_at is null")
                        .setParameter("now", clock.instant())
                        .setParameter("state", state.hash())
                        .executeUpdate()
                == 1;
    }
}
