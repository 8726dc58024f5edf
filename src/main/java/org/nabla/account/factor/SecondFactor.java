package org.nabla.account.factor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secret that somebody's telephone and the server share. */
@Entity
class SecondFactor {

    @Id
    private long accountId;

    private byte[] secret;
    private @Nullable Instant confirmedAt;
    private @Nullable Long lastStep;

    @SuppressWarnings("NullAway") // for Hibernate, which fills the fields in
    protected SecondFactor() {}

    SecondFactor(long accountId, byte[] secret) {
        this.accountId = accountId;
        this.secret = secret.clone();
    }

    byte[] secret() {
        return secret.clone();
    }

    /** Empty while no code has shown that the telephone knows the secret. */
    Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    /** Whether the code of this half minute is new; it is taken once. */
    boolean take(long step) {
        if (lastStep != null && lastStep >= step) {
            return false;
        }
        lastStep = step;
        return true;
    }
}
