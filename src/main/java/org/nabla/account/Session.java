package org.nabla.account;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;

/** One browser in which somebody is known: signed in, or a guest. */
@Entity
class Session {

    @Id
    private byte[] tokenHash;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id")
    private User user;

    private Instant createdAt;
    private Instant lastSeenAt;
    private Instant expiresAt;

    @SuppressWarnings("NullAway") // for Hibernate, which fills the fields in
    protected Session() {}

    Session(Token token, User user, Instant now, Duration idle) {
        this.tokenHash = token.hash();
        this.user = user;
        this.createdAt = now;
        this.lastSeenAt = now;
        this.expiresAt = now.plus(idle);
    }

    User user() {
        return user;
    }

    Instant lastSeenAt() {
        return lastSeenAt;
    }

    void seen(Instant now, Duration idle) {
        lastSeenAt = now;
        expiresAt = now.plus(idle);
    }
}
