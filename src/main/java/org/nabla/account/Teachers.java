package org.nabla.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Those who have opened a course or teach in one. */
@ApplicationScoped
public class Teachers {

    private final UserRepository users;

    Teachers(UserRepository users) {
        this.users = users;
    }

    @Transactional
    public void becomes(UserId id) {
        users.find(id).ifPresent(User::becomeTeacher);
    }
}
