package org.nabla.account.mail;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.nabla.account.Throttle;
import org.nabla.account.Throttle.Subject;
import org.nabla.account.UserId;

/** Keeps people from filling the mailbox of somebody else: counted by the address to which a letter goes, and by who asks. */
@Singleton
class LetterLimit {
    private final Throttle throttle;

    LetterLimit(Throttle throttle) {
        this.throttle = throttle;
    }

    /** How long a letter that somebody asks for with an account must wait; empty where it may go. */
    Optional<Duration> of(UserId user, String address) {
        return throttle.attempt(Subject.LETTER, "account " + user).or(() -> of(address));
    }

    /** The same where nobody knows who asks. */
    Optional<Duration> of(String address) {
        return throttle.attempt(Subject.LETTER, "address " + address.toLowerCase(Locale.ROOT));
    }
}
