package org.nabla.account;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What people may do, whether or not they are there themselves. */
@Singleton
public class AccountRoles {
    private final UserRepository users;
    private final OperatorLogins operators;

    AccountRoles(UserRepository users, OperatorLogins operators) {
        this.users = users;
        this.operators = operators;
    }

    /** Empty where there is no such account, where it is closed, or where its owner has to choose a password before it is used. */
    @Transactional
    public Optional<Set<Role>> of(UserId id) {
        return users.find(id)
                .filter(user -> !user.isPasswordToBeChanged() && !user.isDisabled())
                .map(this::of);
    }

    public Set<Role> of(User user) {
        var roles = EnumSet.of(Role.LEARNER);
        if (user.isTeacher()) {
            roles.add(Role.TEACHER);
        }
        if (operators.include(user)) {
            roles.add(Role.TEACHER);
            roles.add(Role.OPERATOR);
        }
        return roles;
    }
}
