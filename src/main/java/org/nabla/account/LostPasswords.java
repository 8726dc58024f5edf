package org.nabla.account;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Replaces the password of somebody who forgot it by one that works once. */
@ApplicationScoped
class LostPasswords {

    /** Whose password it is, and what it is; it is kept nowhere. */
    record Given(String name, String password) {}

    private final UserRepository users;
    private final NewAccounts accounts;

    LostPasswords(UserRepository users, NewAccounts accounts) {
        this.users = users;
        this.accounts = accounts;
    }

    /** Empty where nobody has this login. */
    Optional<Given> replace(String login) {
        var user = users.withLogin(login);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        var password = accounts.password();
        accounts.reset(user.get().id(), password);
        Log.infof("A one-time password was given to account %s.", user.get().id());
        return Optional.of(new Given(user.get().name(), password.text()));
    }
}
