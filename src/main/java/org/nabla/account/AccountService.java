package org.nabla.account;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.nabla.account.Throttle.Subject;
import org.nabla.web.FormErrors;

/** Signing up, in and out, and changing what is known of somebody. No transaction is open while a password is hashed. */
@ApplicationScoped
class AccountService {

    static final String WRONG =
            "Login and password do not fit together. Check both: a capital letter too many is enough.";

    /** What came of an attempt to sign in: in, in once the code has come, or out with what is wrong. */
    record Door(FormErrors errors, boolean awaitsCode) {
        static final Door OPEN = new Door(FormErrors.none(), false);
        static final Door HALF_OPEN = new Door(FormErrors.none(), true);

        static Door shut(FormErrors errors) {
            return new Door(errors, false);
        }
    }

    private final UserRepository users;
    private final SessionService sessions;
    private final CurrentUser current;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final OperatorLogins operators;
    private final Throttle throttle;
    private final HalfSignIn half;
    private final SecondStep secondStep;
    private final List<GuestMerge> merges;
    private final Clock clock;

    AccountService(
            UserRepository users,
            SessionService sessions,
            CurrentUser current,
            Passwords passwords,
            PasswordRules rules,
            OperatorLogins operators,
            Throttle throttle,
            HalfSignIn half,
            SecondStep secondStep,
            @All List<GuestMerge> merges,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.current = current;
        this.passwords = passwords;
        this.rules = rules;
        this.operators = operators;
        this.throttle = throttle;
        this.half = half;
        this.secondStep = secondStep;
        this.merges = merges;
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
            return tooMany(wait.get());
        }
        var hash = passwords.hash(form.password());
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                var user = guest().orElseGet(() -> User.guest(clock.instant()));
                user.signUp(form.name(), form.login(), hash, form.optionalEmail());
                users.persistAndFlush(user);
                sessions.endAll(user);
                current.becomes(user);
            });
        } catch (ConstraintViolationException e) { // two took the same login at the same time
            return FormErrors.of("login", "Somebody else has this login. Take another one.");
        }
        return FormErrors.none();
    }

    /** Signs in. The answer does not tell whether the login exists, nor does its time. */
    Door signIn(String login, String password, String address) {
        var wait = throttle.attempt(Subject.ADDRESS, address);
        if (wait.isPresent()) {
            return Door.shut(tooMany(wait.get()));
        }
        wait = throttle.attempt(Subject.LOGIN, login);
        if (wait.isPresent()) {
            throttle.succeeded(Subject.ADDRESS, address); // nothing was guessed
            return Door.shut(tooMany(wait.get()));
        }
        var user = users.withLogin(login);
        if (!passwords.fits(password, user.flatMap(User::passwordHash))) {
            return Door.shut(FormErrors.of("login", WRONG));
        }
        throttle.succeeded(Subject.ADDRESS, address);
        throttle.succeeded(Subject.LOGIN, login);
        var id = user.orElseThrow().id();
        if (secondStep.isAskedOf(id)) {
            half.begin(id);
            return Door.HALF_OPEN;
        }
        QuarkusTransaction.requiringNew().run(() -> enter(id));
        return Door.OPEN;
    }

    /** The second step of signing in. */
    Door signIn(UserId awaited, String code) {
        var errors = checkCode(awaited, code);
        if (!errors.isEmpty()) {
            return Door.shut(errors);
        }
        QuarkusTransaction.requiringNew().run(() -> {
            half.end();
            enter(awaited);
        });
        return Door.OPEN;
    }

    /** Whether this code is one of theirs now; it is used up. Says what is wrong in the field {@code code}. */
    private FormErrors checkCode(UserId user, String code) {
        var wait = throttle.attempt(Subject.CODE, user.toString());
        if (wait.isPresent()) {
            return FormErrors.of("code", Throttle.waitFor(wait.get()));
        }
        var objection = secondStep.objection(user, code);
        if (objection.isEmpty()) {
            throttle.succeeded(Subject.CODE, user.toString());
        }
        return FormErrors.none().add("code", objection);
    }

    User user(UserId id) {
        return users.find(id).orElseThrow();
    }

    @Transactional
    void signOut() {
        current.leaves();
    }

    FormErrors changePassword(UserId id, String old, String typed) {
        var user = users.find(id).orElseThrow();
        var login = user.login().orElseThrow();
        if (user.passwordHash().isPresent()) { // who came from elsewhere has none yet
            var wait = throttle.attempt(Subject.LOGIN, login);
            if (wait.isPresent()) {
                return FormErrors.of("old", Throttle.waitFor(wait.get()));
            }
            if (!passwords.fits(old, user.passwordHash())) {
                return FormErrors.of("old", "This is not your password of now.");
            }
            throttle.succeeded(Subject.LOGIN, login);
        }
        var errors = FormErrors.none().add("password", rules.objection(typed, List.of(login, user.name())));
        if (!errors.isEmpty()) {
            return errors;
        }
        become(id, passwords.hash(typed));
        return errors;
    }

    /** From now on this is the password, and only this browser is signed in. */
    private void become(UserId id, String hash) {
        QuarkusTransaction.requiringNew().run(() -> {
            var changed = users.find(id).orElseThrow();
            changed.changePassword(hash);
            sessions.endAll(changed);
            current.becomes(changed);
        });
    }

    /** The first password of their own, of somebody whom a one-time password let in. */
    FormErrors choosePassword(UserId id, String typed) {
        var user = users.find(id).orElseThrow();
        var errors = FormErrors.none()
                .add("password", rules.objection(typed, List.of(user.login().orElseThrow(), user.name())));
        if (errors.isEmpty() && passwords.fits(typed, user.passwordHash())) {
            errors.add("password", "This is the one-time password, which somebody else knows too. Take another one.");
        }
        if (errors.isEmpty()) {
            become(id, passwords.hash(typed));
        }
        return errors;
    }

    @Transactional
    FormErrors describe(UserId id, String name, String email) {
        var errors =
                FormErrors.none().add("name", SignUpForm.nameError(name)).add("email", SignUpForm.emailError(email));
        if (errors.isEmpty()) {
            users.find(id).orElseThrow().describe(name, Optional.of(email).filter(typed -> !typed.isEmpty()));
        }
        return errors;
    }

    private void enter(UserId id) {
        guest().ifPresent(guest -> {
            merges.forEach(merge -> merge.merge(guest.id(), id));
            sessions.endAll(guest);
            users.remove(guest);
        });
        current.becomes(users.find(id).orElseThrow());
    }

    private Optional<User> guest() {
        return current.id().flatMap(users::find).filter(User::isGuest);
    }

    private static FormErrors tooMany(Duration wait) {
        return FormErrors.of("wait", Throttle.waitFor(wait));
    }
}
