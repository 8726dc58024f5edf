package org.nabla.account.password;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.nabla.account.SecondStep;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;

/** Replaces the password of somebody who forgot it by one that works once. */
@Singleton
public class LostPasswords {

    /** Whose password it is, and what it is; it is kept nowhere. */
    public record Given(UserId user, String name, String password) {}

    private final UserRepository users;
    private final NewAccounts accounts;
    private final SecondStep secondStep;

    LostPasswords(UserRepository users, NewAccounts accounts, SecondStep secondStep) {
        this.users = users;
        this.accounts = accounts;
        this.secondStep = secondStep;
    }

    /**
     * Empty where nobody has this login.
     *
     * @param telephoneToo whether they lost what makes their codes as well, so that none is asked any more
     */
    public Optional<Given> replace(String login, boolean telephoneToo) {
        var user = users.withLogin(login);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        var password = accounts.password();
        accounts.reset(user.get().id(), password);
        if (telephoneToo) {
            secondStep.forget(user.get().id());
        }
        Log.infof("A one-time password was given to account %s.", user.get().id());
        return Optional.of(new Given(user.get().id(), user.get().name(), password.text()));
    }
}
