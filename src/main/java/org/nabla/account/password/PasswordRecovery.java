package org.nabla.account.password;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.nabla.account.PasswordRules;
import org.nabla.account.ProgramAccess;
import org.nabla.account.Throttle;
import org.nabla.account.Throttle.Subject;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.account.session.SessionService;
import org.nabla.web.form.FormErrors;

/** A new password for somebody who forgot theirs and has shown otherwise who they are. It signs nobody in: a second step is still asked. */
@Singleton
public class PasswordRecovery {
    private final UserRepository users;
    private final SessionService sessions;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Throttle throttle;
    private final List<ProgramAccess> programs;
    private final EntityManager database;

    PasswordRecovery(
            UserRepository users,
            SessionService sessions,
            Passwords passwords,
            PasswordRules rules,
            Throttle throttle,
            @All List<ProgramAccess> programs,
            EntityManager database) {
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.rules = rules;
        this.throttle = throttle;
        this.programs = programs;
        this.database = database;
    }

    /**
     * From now on this is the password, they are signed in nowhere, and no program comes in for them. No transaction is open while it is hashed.
     *
     * @param proof uses up what shows who they are, in the same transaction; false where somebody else was quicker
     * @return what is wrong, in the field {@code password}, or {@code proof}
     */
    public FormErrors choose(UserId id, String typed, BooleanSupplier proof) {
        var user = users.find(id).orElseThrow();
        var login = user.login().orElseThrow();
        var errors = FormErrors.none().add("password", rules.objection(typed, List.of(login, user.name())));
        if (!errors.isEmpty()) {
            return errors;
        }
        var hash = passwords.hash(typed);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!proof.getAsBoolean()) {
                return FormErrors.of("proof", "used");
            }
            var changed = users.find(id).orElseThrow();
            changed.changePassword(hash);
            sessions.endAll(changed);
            // Somebody else may have known the old one, and made a way in of their own.
            programs.forEach(program -> program.close(id));
            database.createNativeQuery("delete from half_sign_in where account_id = :user")
                    .setParameter("user", id.value())
                    .executeUpdate();
            // Whoever guessed at the old one is no reason for them to wait.
            throttle.forget(Subject.LOGIN, login);
            return FormErrors.none();
        });
    }
}
