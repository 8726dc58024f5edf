package org.nabla.account.operator;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nabla.account.OperatorLogins;
import org.nabla.account.SecondStep;
import org.nabla.account.User;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.account.WayIn;
import org.nabla.account.session.SessionRepository;

/** Those who have an account, for whoever runs the site: found, looked at, and helped. Guests and people of demo courses are not among them. */
@Singleton
class Users {
    /** Two who run the site do not close each other's account in the same moment. */
    private static final long OPERATORS = 7_170_001L;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US).withZone(ZoneOffset.UTC);

    /** Which of them. */
    enum Kind {
        ALL("true"),
        TEACHERS("teacher"),
        DISABLED("disabled_at is not null");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }

        static Kind of(String word) {
            return switch (word) {
                case "teachers" -> TEACHERS;
                case "closed" -> DISABLED;
                default -> ALL;
            };
        }

        public String word() {
            return switch (this) {
                case ALL -> "all";
                case TEACHERS -> "teachers";
                case DISABLED -> "closed";
            };
        }
    }

    /** One line of the list. */
    record Row(long id, String name, String login, boolean teacher, boolean operator, boolean disabled) {}

    /** One of them. @param waysIn by others who vouch for them, beside a password */
    record Profile(
            UserId id,
            String name,
            String login,
            Optional<String> email,
            Instant since,
            boolean teacher,
            boolean operator,
            Optional<Instant> disabledAt,
            boolean hasPassword,
            boolean passwordToBeChanged,
            boolean secondStep,
            int waysIn) {

        public String sinceDay() {
            return DAY.format(since);
        }

        public String disabledDay() {
            return disabledAt.map(DAY::format).orElse("");
        }
    }

    private final UserRepository users;
    private final SessionRepository sessions;
    private final OperatorLogins operators;
    private final SecondStep secondStep;
    private final List<WayIn> ways;
    private final EntityManager database;
    private final Clock clock;

    Users(
            UserRepository users,
            SessionRepository sessions,
            OperatorLogins operators,
            SecondStep secondStep,
            @All List<WayIn> ways,
            EntityManager database,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.operators = operators;
        this.secondStep = secondStep;
        this.ways = ways;
        this.database = database;
        this.clock = clock;
    }

    /** Those whose name or login has what was typed in it, by name. */
    @Transactional
    List<Row> find(String typed, Kind kind, int from, int most) {
        var part = typed.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        List<?> rows = database.createNativeQuery("""
                        select id from account
                        where login is not null and demo_course_id is null and %s
                          and (:part = '%%' or lower(name) like :part or login like :part)
                        order by lower(name), id limit :most offset :from""".formatted(kind.condition))
                .setParameter("part", part.isEmpty() ? "%" : "%" + part + "%")
                .setParameter("most", most)
                .setParameter("from", from)
                .getResultList();
        return rows.stream()
                .map(id -> users.findById(((Number) id).longValue()))
                .map(user -> new Row(
                        user.id().value(),
                        user.name(),
                        user.login().orElse(""),
                        user.isTeacher(),
                        operators.include(user),
                        user.isDisabled()))
                .toList();
    }

    @Transactional
    Optional<Profile> profile(UserId id) {
        return account(id)
                .map(user -> new Profile(
                        id,
                        user.name(),
                        user.login().orElse(""),
                        user.email(),
                        user.createdAt(),
                        user.isTeacher(),
                        operators.include(user),
                        user.disabledAt(),
                        user.passwordHash().isPresent(),
                        user.isPasswordToBeChanged(),
                        secondStep.isAskedOf(id),
                        ways.stream().mapToInt(way -> way.count(id)).sum()));
    }

    @Transactional
    void signOut(UserId id) {
        account(id).ifPresent(this::endEverywhere);
    }

    /** Nobody lets them in any more, from now on. Says why not, in a sentence; empty where it is done. */
    @Transactional
    Optional<String> disable(UserId by, UserId id) {
        if (by.equals(id)) {
            return Optional.of("This is your own account. Whoever else runs the site can close it.");
        }
        database.createNativeQuery("select pg_advisory_xact_lock(:lock)")
                .setParameter("lock", OPERATORS)
                .getResultList();
        var user = account(id).orElseThrow();
        if (operators.include(user) && !anotherOperator(user)) {
            return Optional.of("Nobody else runs this site, and somebody must be able to.");
        }
        user.disable(clock.instant());
        endEverywhere(user);
        return Optional.empty();
    }

    @Transactional
    void enable(UserId id) {
        account(id).ifPresent(User::enable);
    }

    /** Whether somebody else who runs the site can sign in. */
    private boolean anotherOperator(User user) {
        return users
                .list(
                        "id <> ?1 and disabledAt is null and passwordMustChange = false and (operator = true or login in ?2)",
                        user.id().value(),
                        operators.all())
                .stream()
                .anyMatch(operators::include);
    }

    private void endEverywhere(User user) {
        sessions.endAll(user);
        database.createNativeQuery("delete from half_sign_in where account_id = :user")
                .setParameter("user", user.id().value())
                .executeUpdate();
    }

    private Optional<User> account(UserId id) {
        return users.find(id).filter(user -> !user.isGuest() && !user.isMadeUp());
    }
}
