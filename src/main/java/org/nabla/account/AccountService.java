package org.nabla.account;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.nabla.account.Throttle.Subject;
import org.nabla.web.FormErrors;

/** Signing up, and changing what is known of somebody. No transaction is open while a password is hashed. */
@ApplicationScoped
class AccountService {

    private final UserRepository users;
    private final SessionService sessions;
    private final CurrentUser current;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final OperatorLogins operators;
    private final Throttle throttle;
    private final OwnerCheck owner;
    private final List<ProgramAccess> programs;
    private final Event<EmailGiven> emails;
    private final Clock clock;

    AccountService(
            UserRepository users,
            SessionService sessions,
            CurrentUser current,
            Passwords passwords,
            PasswordRules rules,
            OperatorLogins operators,
            Throttle throttle,
            OwnerCheck owner,
            @All List<ProgramAccess> programs,
            Event<EmailGiven> emails,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.current = current;
        this.passwords = passwords;
        this.rules = rules;
        this.operators = operators;
        this.throttle = throttle;
        this.owner = owner;
        this.programs = programs;
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
                var user = users.guest(current).orElseGet(() -> User.guest(clock.instant()));
                user.signUp(form.name(), form.login(), hash, form.optionalEmail());
                users.persistAndFlush(user);
                sessions.endAll(user);
                current.becomes(user);
                form.optionalEmail().ifPresent(email -> emails.fire(new EmailGiven(user.id(), email)));
            });
        } catch (ConstraintViolationException e) { // two took the same login at the same time
            return FormErrors.of("login", "Somebody else has this login. Take another one.");
        }
        return FormErrors.none();
    }

    User user(UserId id) {
        return users.find(id).orElseThrow();
    }

    /** @param programsToo whether programs that they gave a way in lose it */
    FormErrors changePassword(UserId id, String old, String typed, boolean programsToo) {
        var user = users.find(id).orElseThrow();
        var login = user.login().orElseThrow();
        if (user.passwordHash().isPresent()) { // who came from elsewhere has none yet
            var objection = owner.objection(id, old, "This is not your password of now.");
            if (objection.isPresent()) {
                return FormErrors.of("old", objection.get());
            }
        }
        var errors = FormErrors.none().add("password", rules.objection(typed, List.of(login, user.name())));
        if (!errors.isEmpty()) {
            return errors;
        }
        become(id, passwords.hash(typed), programsToo);
        return errors;
    }

    /** From now on this is the password, and only this browser is signed in. */
    private void become(UserId id, String hash, boolean programsToo) {
        QuarkusTransaction.requiringNew().run(() -> {
            var changed = users.find(id).orElseThrow();
            changed.changePassword(hash);
            sessions.endAll(changed);
            if (programsToo) {
                programs.forEach(program -> program.close(id));
            }
            current.becomes(changed);
        });
    }

    /** Whether programs come in beside them. */
    boolean hasPrograms(UserId id) {
        return programs.stream().anyMatch(program -> program.isOpen(id));
    }

    /** The parts of the page of an account on which they are told of these. */
    List<RawString> programPanels(UserId id) {
        return programs.stream()
                .map(program -> program.panel(id))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The first password of their own, of somebody whom a one-time password let in. What programs had of before is over. */
    FormErrors choosePassword(UserId id, String typed) {
        var user = users.find(id).orElseThrow();
        var errors = FormErrors.none()
                .add("password", rules.objection(typed, List.of(user.login().orElseThrow(), user.name())));
        if (errors.isEmpty() && passwords.fits(typed, user.passwordHash())) {
            errors.add("password", "This is the one-time password, which somebody else knows too. Take another one.");
        }
        if (errors.isEmpty()) {
            become(id, passwords.hash(typed), true);
        }
        return errors;
    }

    @Transactional
    FormErrors describe(UserId id, String name, String email) {
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
