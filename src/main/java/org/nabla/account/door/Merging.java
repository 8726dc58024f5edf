package org.nabla.account.door;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.nabla.account.GuestMerge;
import org.nabla.account.Token;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.account.session.CurrentUser;
import org.nabla.account.session.SessionService;

/** Makes one account of two: what a guest did, or somebody under another name, goes to the one that stays. */
@Singleton
class Merging {
    private final UserRepository users;
    private final SessionService sessions;
    private final CurrentUser current;
    private final List<GuestMerge> merges;

    Merging(UserRepository users, SessionService sessions, CurrentUser current, @All List<GuestMerge> merges) {
        this.users = users;
        this.sessions = sessions;
        this.current = current;
        this.merges = merges;
    }

    /** This browser is this user from now on, and what its guest did is theirs. */
    Token enter(UserId id) {
        users.guest(current.id()).ifPresent(guest -> {
            merges.forEach(merge -> merge.merge(guest.id(), id));
            sessions.endAll(guest);
            users.remove(guest);
        });
        return current.becomes(users.find(id).orElseThrow());
    }
    /** This browser is the second one from now on, and the first ends. */
    void absorb(UserId from, UserId into) {
        merges.forEach(merge -> merge.merge(from, into));
        var gone = users.find(from).orElseThrow();
        sessions.endAll(gone);
        users.getEntityManager().flush();
        users.remove(gone);
        users.getEntityManager().clear();
        current.becomes(users.find(into).orElseThrow());
    }
}
