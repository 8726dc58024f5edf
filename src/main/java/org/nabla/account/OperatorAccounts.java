package org.nabla.account;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.nabla.account.NewAccounts.Wanted;

/**
 * Makes the accounts of those who run the site when it starts: only who reads its log learns their first passwords. Were they
 * left to whoever signs up first, that would be the operator.
 */
@ApplicationScoped
class OperatorAccounts {
    /** So long the password that another instance has just printed is left alone. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final OperatorLogins logins;
    private final UserRepository users;
    private final NewAccounts accounts;
    private final Clock clock;

    OperatorAccounts(OperatorLogins logins, UserRepository users, NewAccounts accounts, Clock clock) {
        this.logins = logins;
        this.users = users;
        this.accounts = accounts;
        this.clock = clock;
    }

    void prepare(@Observes StartupEvent start) {
        logins.all().forEach(this::prepare);
    }

    private void prepare(String login) {
        var wanted = new Wanted("Operator", login, Optional.empty());
        var objection = NewAccounts.objection(wanted);
        if (objection.isPresent()) {
            Log.warnf("nabla.account.operators: %s cannot be a login. %s", login, objection.get());
            return;
        }
        var password = accounts.password();
        try {
            if (QuarkusTransaction.requiringNew().call(() -> give(wanted, password))) {
                Log.infof(
                        "The operator %s signs in with the password %s, which works once, and then chooses another one.",
                        login, password.text());
            }
        } catch (ConstraintViolationException e) {
            Log.debugf(e, "another instance has made the account of %s in this moment", login);
        }
    }

    /** @return whether the password is good for the first sign-in */
    private boolean give(Wanted wanted, NewAccounts.OneTimePassword password) {
        var known = users.withLogin(wanted.login());
        if (known.isEmpty()) {
            accounts.make(wanted, password);
            return true;
        }
        var lost = known.filter(User::isPasswordToBeChanged)
                .filter(user -> user.createdAt().isBefore(clock.instant().minus(FRESH)));
        lost.ifPresent(user -> accounts.reset(user.id(), password));
        return lost.isPresent();
    }
}
