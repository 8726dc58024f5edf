package org.nabla.account.operator;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.nabla.account.AccountConfig;
import org.nabla.account.OperatorLogins;
import org.nabla.account.SignUpForm;
import org.nabla.account.User;
import org.nabla.account.UserRepository;
import org.nabla.account.password.NewAccounts;
import org.nabla.account.password.NewAccounts.Wanted;

/**
 * Makes the accounts of those who run the site when it starts: only who reads its log learns their first passwords. Were they
 * left to whoever signs up first, that would be the operator.
 */
@Singleton
class OperatorAccounts {
    /** So long the password that another instance has just printed is left alone. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final AccountConfig config;
    private final OperatorLogins logins;
    private final UserRepository users;
    private final NewAccounts accounts;
    private final Clock clock;

    OperatorAccounts(
            AccountConfig config, OperatorLogins logins, UserRepository users, NewAccounts accounts, Clock clock) {
        this.config = config;
        this.logins = logins;
        this.users = users;
        this.accounts = accounts;
        this.clock = clock;
    }

    void prepare(@Observes StartupEvent start) {
        if (logins.all().isEmpty()) {
            prepareFirst();
        } else {
            logins.all().forEach(this::prepare);
        }
    }

    /** Where nobody is named and nobody has an account yet, somebody must be able to begin. */
    private void prepareFirst() {
        var login = config.firstOperator();
        var fresh = QuarkusTransaction.requiringNew().call(users::nobodyHasLogin);
        var begun = QuarkusTransaction.requiringNew().call(users::firstOperator);
        if (fresh || begun.filter(User::isPasswordToBeChanged).isPresent()) {
            prepare(begun.flatMap(User::login).orElse(SignUpForm.normalLogin(login)));
        } else if (begun.isEmpty()) {
            Log.warn("Nobody runs this site: name the logins of those who do in nabla.account.operators.");
        }
    }

    private void prepare(String login) {
        var wanted = new Wanted("Operator", login, Optional.empty());
        var objection = NewAccounts.objection(wanted);
        if (objection.isPresent()) {
            Log.warnf("nabla.account.operators: %s cannot be a login. %s", login, objection.get());
            return;
        }
        if (!QuarkusTransaction.requiringNew().call(() -> needsPassword(wanted.login()))) {
            return; // as at most starts, which need not wait for a hash
        }
        var password = accounts.password();
        try {
            if (QuarkusTransaction.requiringNew().call(() -> give(wanted, password))) {
                Log.infof(
                        "The operator %s signs in with the password %s, which works once, and then chooses another one."
                                + " This is also the first teacher: on the page Operation others are made teachers.",
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
            var made = accounts.make(wanted, password);
            if (logins.all().isEmpty()) {
                users.find(made).orElseThrow().becomeFirstOperator();
            }
            return true;
        }
        var lost = known.filter(this::hasLostPassword);
        lost.ifPresent(user -> accounts.reset(user.id(), password));
        return lost.isPresent();
    }

    private boolean needsPassword(String login) {
        return users.withLogin(login).map(this::hasLostPassword).orElse(true);
    }

    /** Whether the one for the first sign-in was never used, and was printed a while ago. */
    private boolean hasLostPassword(User user) {
        return user.isPasswordToBeChanged()
                && user.createdAt().isBefore(clock.instant().minus(FRESH));
    }
}
