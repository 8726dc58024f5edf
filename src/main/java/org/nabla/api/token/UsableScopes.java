package org.nabla.api.token;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import org.nabla.account.AccountRoles;
import org.nabla.account.Role;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.seat.Seat;

/** Which scopes are of use to somebody: all to who teaches, those that read to assistants, none to learners. */
@Singleton
class UsableScopes {
    private final AccountRoles roles;
    private final CourseService courses;

    UsableScopes(AccountRoles roles, CourseService courses) {
        this.roles = roles;
        this.courses = courses;
    }

    Set<TokenScope> of(UserId user) {
        var may = roles.of(user);
        if (may.isEmpty()) {
            return EnumSet.noneOf(TokenScope.class);
        }
        var seats = courses.of(user);
        if (may.get().contains(Role.TEACHER) || seats.stream().anyMatch(Seat::teaches)) {
            return EnumSet.allOf(TokenScope.class);
        }
        var usable = EnumSet.noneOf(TokenScope.class);
        if (seats.stream().anyMatch(Seat::marks)) {
            usable.addAll(EnumSet.allOf(TokenScope.class));
            usable.removeIf(TokenScope::isForTeachers);
        }
        return usable;
    }
}
