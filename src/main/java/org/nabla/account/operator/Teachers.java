package org.nabla.account.operator;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nabla.account.OperatorLogins;
import org.nabla.account.Token;
import org.nabla.account.User;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;

/**
 * Who may teach: open courses, read keys and texts of templates. It is given by whoever runs the site, by a teacher who invites
 * others, or by a sign-on that says so of somebody.
 */
@Singleton
public class Teachers {
    static final Duration LIFE = Duration.ofDays(7);
    private static final int MOST_OPEN = 20;

    /** Somebody who may teach. */
    record Teacher(UserId id, String name, String login) {}

    private final UserRepository users;
    private final OperatorLogins operators;
    private final EntityManager database;
    private final Clock clock;

    Teachers(UserRepository users, OperatorLogins operators, EntityManager database, Clock clock) {
        this.users = users;
        this.operators = operators;
        this.database = database;
        this.clock = clock;
    }

    /** The way in for a sign-on that says of somebody that they teach, as for a link of invitation. Says whether they did not before. */
    @Transactional
    public boolean becomes(UserId id) {
        var before = users.find(id).filter(user -> !user.isTeacher());
        before.ifPresent(User::becomeTeacher);
        return before.isPresent();
    }

    @Transactional
    List<Teacher> all() {
        return users.teachers().stream()
                .map(user -> new Teacher(user.id(), user.name(), user.login().orElse("")))
                .toList();
    }

    /** Who has this login may teach from now on; empty where nobody has. */
    @Transactional
    Optional<UserId> give(String login) {
        return users.withLogin(login).map(user -> {
            user.becomeTeacher();
            Log.infof("Account %s was made a teacher.", user.id());
            return user.id();
        });
    }

    /** Whether somebody may teach, and can sign in to do it. */
    @Transactional
    public boolean mayTeach(UserId id) {
        return users.find(id)
                .filter(user -> !user.isDisabled() && (user.isTeacher() || operators.include(user)))
                .isPresent();
    }

    /** Their courses stay theirs, but they open no others. Says whether there was such a teacher. */
    @Transactional
    boolean takeBack(UserId id) {
        var found = users.find(id).filter(User::isTeacher);
        found.ifPresent(User::stopTeaching);
        return found.isPresent();
    }

    /** A secret that makes whoever has it a teacher, once and for a week; empty where this teacher has too many open. */
    @Transactional
    Optional<Token> invite(UserId by) {
        var now = clock.instant();
        database.createNativeQuery("delete from teacher_invitation where expires_at <= :now")
                .setParameter("now", now)
                .executeUpdate();
        var open = (Number) database.createNativeQuery("select count(*) from teacher_invitation where invited_by = :by")
                .setParameter("by", by.value())
                .getSingleResult();
        if (open.intValue() >= MOST_OPEN) {
            return Optional.empty();
        }
        var token = Token.random();
        database.createNativeQuery("insert into teacher_invitation (token_hash, invited_by, created_at, expires_at)"
                        + " values (:hash, :by, :now, :until)")
                .setParameter("hash", token.hash())
                .setParameter("by", by.value())
                .setParameter("now", now)
                .setParameter("until", now.plus(LIFE))
                .executeUpdate();
        return Optional.of(token);
    }

    /** The name of whoever invites; empty where the link is of no use (any more), or they teach no more. */
    @Transactional
    Optional<String> host(Token token) {
        List<?> rows = database.createNativeQuery(
                        "select invited_by from teacher_invitation" + " where token_hash = :hash and expires_at > :now")
                .setParameter("hash", token.hash())
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream()
                .findFirst()
                .flatMap(id -> users.find(new UserId(((Number) id).longValue())))
                .map(User::name);
    }

    /** Uses a link up. Says whether it was good. */
    @Transactional
    boolean accept(UserId user, Token token) {
        var good = host(token).isPresent();
        var first = database.createNativeQuery("delete from teacher_invitation where token_hash = :hash")
                        .setParameter("hash", token.hash())
                        .executeUpdate()
                > 0;
        if (good && first) {
            becomes(user);
        }
        return good && first;
    }
}
