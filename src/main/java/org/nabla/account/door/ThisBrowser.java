package org.nabla.account.door;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.nabla.account.User;
import org.nabla.account.UserRepository;
import org.nabla.account.session.CurrentUser;
import org.nabla.account.session.SessionService;

/** Who is at the browser from which a request comes. */
@Singleton
class ThisBrowser {
    private final UserRepository users;
    private final SessionService sessions;
    private final CurrentUser current;

    ThisBrowser(UserRepository users, SessionService sessions, CurrentUser current) {
        this.users = users;
        this.sessions = sessions;
        this.current = current;
    }

    /** Who has done something here without an account. */
    Optional<User> guest() {
        return users.guest(current.id());
    }

    /** From now on this user is signed in here, and nowhere else. */
    void alone(User user) {
        sessions.endAll(user);
        current.becomes(user);
    }
}
