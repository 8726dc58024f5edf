package org.nabla.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.nabla.account.Throttle.Subject;
import org.nabla.web.FormErrors;

/** The end of an account, which takes everything along that points to it. */
@ApplicationScoped
public class AccountRemoval {

    private final UserRepository users;
    private final OwnerCheck owner;
    private final Throttle throttle;
    private final CurrentUser current;
    private final EntityManager database;

    AccountRemoval(
            UserRepository users, OwnerCheck owner, Throttle throttle, CurrentUser current, EntityManager database) {
        this.users = users;
        this.owner = owner;
        this.throttle = throttle;
        this.current = current;
        this.database = database;
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
        // By a statement, whose cascades the database does itself; what is loaded of the account must not be written
        // back.
        database.flush();
        database.clear();
        users.delete("id", id.value());
    }
}
