package org.nabla.account.session;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.nabla.account.UserId;

/** Where somebody is signed in, as they see it, and the end of it. */
@Singleton
public class Devices {

    /** One browser in which they are signed in. */
    public record Device(long number, String browser, Instant since, Instant seen, boolean here) {}

    private final SessionRepository sessions;
    private final SessionCookie cookie;
    private final Clock clock;

    Devices(SessionRepository sessions, SessionCookie cookie, Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.clock = clock;
    }

    /** The one that asks first, then the others, the latest first. */
    @Transactional
    public List<Device> of(UserId user) {
        return sessions.of(user, clock.instant()).stream()
                .map(this::device)
                .sorted((one, other) -> Boolean.compare(other.here(), one.here()))
                .toList();
    }

    /** Whether there was such a one. */
    @Transactional
    boolean end(UserId user, long number) {
        return sessions.end(user, number);
    }

    @Transactional
    void endOthers(UserId user) {
        cookie.read().ifPresent(here -> sessions.endOthers(user, here));
    }

    private Device device(Session session) {
        return new Device(
                session.number(),
                session.browser().orElse("A browser"),
                session.createdAt(),
                session.lastSeenAt(),
                cookie.read().filter(session::has).isPresent());
    }
}
