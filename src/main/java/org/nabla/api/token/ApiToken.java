package org.nabla.api.token;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Token;
import org.nabla.account.UserId;

/** A key that somebody has given to a program of theirs. The key itself is nowhere but with them. */
@Entity
class ApiToken {
    /** What every key begins with, so that whoever finds one in a file knows what it is. */
    static final String START = "nabla_";

    /** How many letters of the secret are kept: of 43, so that nobody guesses the rest. */
    private static final int SHOWN = 5;

    private static final Duration TO_THE_MINUTE = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long accountId;
    private String name;
    private byte[] tokenHash;
    private String prefix;
    private String scopes;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway") // for Hibernate, which fills the fields in
    protected ApiToken() {}

    ApiToken(UserId owner, String name, Set<TokenScope> scopes, Token secret, Instant now, Duration life) {
        this.accountId = owner.value();
        this.name = name;
        this.tokenHash = secret.hash();
        this.prefix = START + secret.value().substring(0, SHOWN);
        this.scopes = EnumSet.copyOf(scopes).stream().map(TokenScope::word).collect(Collectors.joining(","));
        this.createdAt = now;
        this.expiresAt = now.plus(life);
    }

    long number() {
        return Objects.requireNonNull(id, "not yet stored");
    }

    UserId owner() {
        return new UserId(accountId);
    }

    String name() {
        return name;
    }

    String prefix() {
        return prefix;
    }

    Set<TokenScope> scopes() {
        return Stream.of(scopes.split(","))
                .flatMap(word -> TokenScope.of(word).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenScope.class)));
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean hasEnded(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** To the minute; empty where it was never used. */
    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    /** Not written with every request, of which a program may send ten in a second. */
    void used(Instant now) {
        if (lastUsedAt == null || lastUsedAt.plus(TO_THE_MINUTE).isBefore(now)) {
            lastUsedAt = now;
        }
    }
}
