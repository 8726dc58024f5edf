package org.nabla.account.password;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.nabla.account.Throttle;
import org.nabla.account.Throttle.Subject;
import org.nabla.account.User;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.web.SecurityLog;
import org.nabla.web.form.FormErrors;

/** Asks once more for the password before something that nobody else at their desk should do. */
@Singleton
public class OwnerCheck {

    private final UserRepository users;
    private final Passwords passwords;
    private final Throttle throttle;

    OwnerCheck(UserRepository users, Passwords passwords, Throttle throttle) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** What is wrong with the password that they typed, in the field {@code password}. */
    public FormErrors password(UserId id, String typed) {
        return FormErrors.none().add("password", objection(id, typed, "This is not your password."));
    }

    /** The same in a sentence. @param wrong what is said where it is another one */
    public Optional<String> objection(UserId id, String typed, String wrong) {
        var user = users.find(id).orElseThrow();
        var login = user.login().orElseThrow();
        var wait = throttle.attempt(Subject.LOGIN, login);
        if (wait.isPresent()) {
            return wait.map(Throttle::waitFor);
        }
        if (!passwords.fits(typed, user.passwordHash())) {
            SecurityLog.write("a wrong password for something of account " + id);
            return Optional.of(wrong);
        }
        throttle.succeeded(Subject.LOGIN, login);
        return Optional.empty();
    }

    /** What they sign in with. */
    public String login(UserId id) {
        return users.find(id).flatMap(User::login).orElseThrow();
    }
}
