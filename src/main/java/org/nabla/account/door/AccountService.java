package org.nabla.account.door;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.nabla.account.EmailGiven;
import org.nabla.account.OperatorLogins;
import org.nabla.account.PasswordRules;
import org.nabla.account.SignUpForm;
import org.nabla.account.Throttle;
import org.nabla.account.Throttle.Subject;
import org.nabla.account.User;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.account.password.PasswordCheck;
import org.nabla.account.password.Passwords;
import org.nabla.web.form.FormErrors;

/** Signing up, and changing what somebody says of themselves. No transaction is open while a password is hashed. */
@Singleton
public class AccountService {

    private final UserRepository users;
    private final ThisBrowser browser;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final OperatorLogins operators;
    private final Throttle throttle;
    private final Event<EmailGiven> emails;
    private final Clock clock;

    AccountService(
            UserRepository users,
            ThisBrowser browser,
            Passwords passwords,
            PasswordRules rules,
            OperatorLogins operators,
            Throttle throttle,
            Event<EmailGiven> emails,
            Clock clock) {
        this.users = users;
        this.browser = browser;
        this.passwords = passwords;
        this.rules = rules;
        this.operators = operators;
        this.throttle = throttle;
        this.emails = emails;
        this.clock = clock;
    }

    /** Makes an account, out of the guest where there is one, and signs in. Returns what is wrong with the form. */
    FormErrors signUp(SignUpForm form, String address) {
        var errors = form.errors(rules);
        if (operators.contains(form.login()) || users.withLogin(form.login()).isPresent()) {
            errors.add("login", "Somebody else has this login. Take another one.");
        }
        if (!errors.isEmpty()) {
            return errors;
        }
        var wait = throttle.attempt(Subject.SIGN_UP, address);
        if (wait.isPresent()) {
            return PasswordCheck.tooMany(wait.get());
        }
        var hash = passwords.hash(form.password());
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                var user = browser.guest().orElseGet(() -> User.guest(clock.instant()));
                user.signUp(form.name(), form.login(), hash, form.optionalEmail());
                users.persistAndFlush(user);
                browser.alone(user);
                form.optionalEmail().ifPresent(email -> emails.fire(new EmailGiven(user.id(), email)));
            });
        } catch (ConstraintViolationException e) { // two took the same login at the same time
            return FormErrors.of("login", "Somebody else has this login. Take another one.");
        }
        return FormErrors.none();
    }

    public User user(UserId id) {
        return users.find(id).orElseThrow();
    }

    @Transactional
    public FormErrors describe(UserId id, String name, String email) {
        var errors =
                FormErrors.none().add("name", SignUpForm.nameError(name)).add("email", SignUpForm.emailError(email));
        if (errors.isEmpty()) {
            var user = users.find(id).orElseThrow();
            var given = Optional.of(email).filter(typed -> !typed.isEmpty());
            var news = given.filter(typed -> !user.email().equals(Optional.of(typed)));
            user.describe(name, given);
            users.flush();
            news.ifPresent(typed -> emails.fire(new EmailGiven(id, typed)));
        }
        return errors;
    }
}
