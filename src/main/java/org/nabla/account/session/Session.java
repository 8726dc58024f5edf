package org.nabla.account.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Token;
import org.nabla.account.User;

/** One browser in which somebody is known: signed in, or a guest. */
@Entity
class Session {

    @Id
    private byte[] tokenHash;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id")
    private User user;

    /** What its owner ends it by; no secret. */
    @Generated
    @Column(insertable = false, updatable = false) // the database refuses any other number
    private @Nullable Long number;

    private @Nullable String browser;
    private Instant createdAt;
    private Instant lastSeenAt;
    private Instant expiresAt;

    @SuppressWarnings("NullAway") // for Hibernate, which fills the fields in
    protected Session() {}

    Session(Token token, User user, String browser, Instant now, Duration idle) {
        this.tokenHash = token.hash();
        this.user = user;
        this.browser = browser;
        this.createdAt = now;
        this.lastSeenAt = now;
        this.expiresAt = now.plus(idle);
    }

    User user() {
        return user;
    }

    long number() {
        return Objects.requireNonNull(number, "not yet stored");
    }

    boolean has(Token token) {
        return Arrays.equals(tokenHash, token.hash());
    }

    /** Empty for one that began before browsers were named. */
    Optional<String> browser() {
        return Optional.ofNullable(browser);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastSeenAt() {
        return lastSeenAt;
    }

    void seen(Instant now, Instant until) {
        lastSeenAt = now;
        expiresAt = until;
    }
}
