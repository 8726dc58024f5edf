package org.nabla.account.session;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.nabla.account.AccountConfig;
import org.nabla.account.Token;
import org.nabla.account.User;

/** Opens, finds and ends sessions; they live in the database, so that all instances know them and one word ends them. */
@Singleton
public class SessionService {

    /** A session in use is prolonged, but not with every request. */
    private static final Duration PROLONG_AFTER = Duration.ofHours(1);

    /** Somebody who was found by their token, and whether the cookie must be sent again to live as long as the session. */
    record Found(User user, boolean prolonged) {}

    private final SessionRepository sessions;
    private final AccountConfig config;
    private final Clock clock;

    SessionService(SessionRepository sessions, AccountConfig config, Clock clock) {
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    Token open(User user, String browser) {
        var token = Token.random();
        sessions.persist(new Session(token, user, browser, clock.instant(), idle(user)));
        return token;
    }

    /**
     * Who it is. Most often that is read and nothing else, by every page: a transaction of its own would make it one way to the
     * database more.
     */
    Optional<Found> find(Token token) {
        var now = clock.instant();
        return sessions.withToken(token, now)
                .map(session -> isToProlong(session, now)
                        ? new Found(prolong(token, now).orElse(session).user(), true)
                        : new Found(session.user(), false));
    }

    private static boolean isToProlong(Session session, Instant now) {
        return session.lastSeenAt().plus(PROLONG_AFTER).isBefore(now);
    }

    private Optional<Session> prolong(Token token, Instant now) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            var session = sessions.withToken(token, now);
            session.ifPresent(found -> found.seen(now, end(found, now)));
            return session;
        });
    }

    private Instant end(Session session, Instant now) {
        var end = now.plus(idle(session.user()));
        var last = session.createdAt().plus(config.sessionLongest());
        return session.user().isGuest() || end.isBefore(last)
                ? end
                : last; // nobody can sign in as the same guest again
    }

    @Transactional
    void end(Token token) {
        sessions.end(token);
    }

    @Transactional
    public void end(byte[] hash) {
        sessions.end(hash);
    }

    @Transactional
    public void endAll(User user) {
        sessions.endAll(user);
    }

    Duration idle(User user) {
        return user.isGuest() ? config.guestIdle() : config.sessionIdle();
    }
}
