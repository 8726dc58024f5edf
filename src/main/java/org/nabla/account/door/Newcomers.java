package org.nabla.account.door;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.nabla.account.Legible;
import org.nabla.account.User;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;

/** Accounts of those who came from elsewhere. */
@Singleton
class Newcomers {
    private static final int LOGIN_LENGTH = 10;
    private static final int LONGEST_NAME = 80;

    private final UserRepository users;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Newcomers(UserRepository users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** Makes one without a password, under a login made by chance. */
    UserId make(String name) {
        var user = User.guest(clock.instant());
        user.comeFromElsewhere(shortened(name), newLogin());
        users.persistAndFlush(user);
        return user.id();
    }

    private String newLogin() {
        return "from-elsewhere-" + Legible.letters(chance, LOGIN_LENGTH);
    }

    private static String shortened(String name) {
        var plain = name.replaceAll("[\\p{C}\\s]+", " ").strip();
        var fits = plain.codePointCount(0, plain.length()) <= LONGEST_NAME
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME)).strip();
        return fits.isEmpty() ? "Learner" : fits;
    }
}
