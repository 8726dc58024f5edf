package org.nabla.account.door;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.nabla.account.Token;
import org.nabla.account.UserId;
import org.nabla.account.session.SessionCookie;

/** Between the password and the code: who they are is known to the door alone, and only for some minutes. */
@Singleton
class HalfSignIn {

    /** Long enough to look for a telephone. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String COOKIE = "half-sign-in";

    private final EntityManager database;
    private final SessionCookie cookies;
    private final Clock clock;

    HalfSignIn(EntityManager database, SessionCookie cookies, Clock clock) {
        this.database = database;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** The password of this user was right, in this browser, or somebody else vouches for them. */
    @Transactional
    Token begin(UserId user) {
        var token = Token.random();
        database.createNativeQuery("insert into half_sign_in (token_hash, account_id, expires_at) values (?1, ?2, ?3)")
                .setParameter(1, token.hash())
                .setParameter(2, user.value())
                .setParameter(3, clock.instant().plus(LIFE))
                .executeUpdate();
        cookies.write(COOKIE, token, LIFE);
        return token;
    }

    /** Whose code is awaited in this browser. */
    @Transactional
    Optional<UserId> awaited() {
        return cookies.read(COOKIE)
                .flatMap(token -> database.createNativeQuery(
                                "select account_id from half_sign_in where token_hash = ?1 and expires_at > ?2",
                                Long.class)
                        .setParameter(1, token.hash())
                        .setParameter(2, clock.instant())
                        .getResultStream()
                        .findFirst())
                .map(id -> new UserId((Long) id));
    }

    /** The code has come, or they begin anew. */
    @Transactional
    Optional<Token> end() {
        var begun = cookies.read(COOKIE);
        begun.ifPresent(token -> database.createNativeQuery("delete from half_sign_in where token_hash = ?1")
                .setParameter(1, token.hash())
                .executeUpdate());
        cookies.remove(COOKIE);
        return begun;
    }
}
