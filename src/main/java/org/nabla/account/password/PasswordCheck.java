package org.nabla.account.password;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.nabla.account.Contact;
import org.nabla.account.Throttle;
import org.nabla.account.Throttle.Subject;
import org.nabla.account.User;
import org.nabla.account.UserRepository;
import org.nabla.web.SecurityLog;
import org.nabla.web.form.FormErrors;

/** Whose account a login and a password open. Guessing is made slow, by login and by address. */
@Singleton
public class PasswordCheck {

    public static final String WRONG =
            "Login and password do not fit together. Check both: a capital letter too many is enough.";

    /** Who it is; empty, with what to say, where it is nobody. */
    public record Found(Optional<User> user, FormErrors errors) {
        static Found nobody(FormErrors errors) {
            return new Found(Optional.empty(), errors);
        }
    }

    private final UserRepository users;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Contact contact;

    PasswordCheck(UserRepository users, Passwords passwords, Throttle throttle, Contact contact) {
        this.contact = contact;
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** The answer does not tell whether the login exists, nor does its time. No transaction is open while it is hashed. */
    public Found of(String login, String password, String address) {
        var wait = throttle.attempt(Subject.ADDRESS, address);
        if (wait.isPresent()) {
            SecurityLog.write("too many passwords from " + address);
            return Found.nobody(tooMany(wait.get()));
        }
        wait = throttle.attempt(Subject.LOGIN, login);
        if (wait.isPresent()) {
            throttle.succeeded(Subject.ADDRESS, address); // nothing was guessed
            SecurityLog.write("too many passwords for one login, the last from " + address);
            return Found.nobody(tooMany(wait.get()));
        }
        var user = users.withLogin(login);
        if (!passwords.fits(password, user.flatMap(User::passwordHash))) {
            SecurityLog.write("a wrong login or password from " + address);
            return Found.nobody(FormErrors.of("login", WRONG));
        }
        throttle.succeeded(Subject.ADDRESS, address);
        throttle.succeeded(Subject.LOGIN, login);
        if (user.filter(User::isDisabled).isPresent()) {
            return Found.nobody(FormErrors.of("login", "This account is closed. " + contact.askAboutClosedAccount()));
        }
        user.ifPresent(found -> SecurityLog.write("the password of account " + found.id() + " from " + address));
        return new Found(user, FormErrors.none());
    }

    public static FormErrors tooMany(Duration wait) {
        return FormErrors.of("wait", Throttle.waitFor(wait));
    }
}
