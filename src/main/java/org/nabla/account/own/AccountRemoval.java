package org.nabla.account.own;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import org.nabla.account.AccountConfig;
import org.nabla.account.Throttle;
import org.nabla.account.Throttle.Subject;
import org.nabla.account.User;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.account.password.OwnerCheck;
import org.nabla.account.session.CurrentUser;
import org.nabla.web.form.FormErrors;

/** The end of an account, which takes everything along that points to it. */
@Singleton
public class AccountRemoval {

    private final UserRepository users;
    private final OwnerCheck owner;
    private final Throttle throttle;
    private final CurrentUser current;
    private final AccountConfig config;
    private final EntityManager database;

    AccountRemoval(
            UserRepository users,
            OwnerCheck owner,
            Throttle throttle,
            CurrentUser current,
            AccountConfig config,
            EntityManager database) {
        this.users = users;
        this.owner = owner;
        this.throttle = throttle;
        this.current = current;
        this.config = config;
        this.database = database;
    }

    /** How long a guest finds their work again without coming back. */
    public Duration guestIdle() {
        return config.guestIdle();
    }

    /** How long somebody with an account stays signed in without coming back. */
    public Duration sessionIdle() {
        return config.sessionIdle();
    }

    /**
     * Whether this is the will of the one whose account it is: their password, or of who has none, that they said so.
     *
     * @return what is wrong, by field: {@code password} or {@code sure}
     */
    public FormErrors confirm(UserId id, String password, boolean sure) {
        var user = users.find(id).orElseThrow();
        if (user.passwordHash().isEmpty()) {
            return sure ? FormErrors.none() : FormErrors.of("sure", "Tick this box if you want everything deleted.");
        }
        return owner.password(id, password);
    }

    /** Whether they confirm by their password. */
    public boolean hasPassword(UserId id) {
        return users.find(id).flatMap(User::passwordHash).isPresent();
    }

    /** Removes the account and ends its sessions, in the transaction of the caller. */
    @Transactional(TxType.MANDATORY)
    public void remove(UserId id) {
        current.leaves();
        users.find(id).flatMap(User::login).ifPresent(login -> throttle.forget(Subject.LOGIN, login));
        removeElsewhere(id);
    }

    /** Removes an account that is not the one of this request, in the transaction of the caller. */
    @Transactional(TxType.MANDATORY)
    public void removeElsewhere(UserId id) {
        // By a statement, whose cascades the database does itself; what is loaded of the account must not be written
        // back.
        database.flush();
        database.clear();
        users.delete("id", id.value());
    }
}
