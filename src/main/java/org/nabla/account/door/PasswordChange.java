package org.nabla.account.door;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import org.nabla.account.PasswordRules;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.account.password.OwnerCheck;
import org.nabla.account.password.Passwords;
import org.nabla.web.form.FormErrors;

/** Changing the password of an account. No transaction is open while one is hashed. */
@Singleton
public class PasswordChange {
    private final UserRepository users;
    private final ThisBrowser browser;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final OwnerCheck owner;
    private final LinkedPrograms programs;

    PasswordChange(
            UserRepository users,
            ThisBrowser browser,
            Passwords passwords,
            PasswordRules rules,
            OwnerCheck owner,
            LinkedPrograms programs) {
        this.users = users;
        this.browser = browser;
        this.passwords = passwords;
        this.rules = rules;
        this.owner = owner;
        this.programs = programs;
    }

    /** @param programsToo whether programs that they gave a way in lose it */
    public FormErrors change(UserId id, String old, String typed, boolean programsToo) {
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
            if (programsToo) {
                programs.close(id);
            }
            browser.alone(changed);
        });
    }

    /** The first password of their own, of somebody whom a one-time password let in. What programs had of before is over. */
    FormErrors choose(UserId id, String typed) {
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
}
