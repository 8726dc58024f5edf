package org.nabla.signon.people;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.query.Rows;

/** Whose account is whose, by issuer and subject alone. */
@Singleton
class Identities {

    /** Who somebody is for a provider, as they see it. @param issuer that says so @param name what it calls them */
    record Identity(long number, String issuer, String name, Instant since) {}

    private final EntityManager database;
    private final Clock clock;

    Identities(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One at a time until the end of the transaction: two sign-ons of somebody new must not make two accounts. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(Person person) {
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:who, 1))) as locked")
                .setParameter("who", person.issuer() + " " + person.subject())
                .getResultList();
    }

    @Transactional
    Optional<UserId> find(Person person) {
        List<?> rows = who(
                        person, "select account_id from sign_on_identity where issuer = :issuer and subject = :subject")
                .getResultList();
        return rows.stream().findFirst().map(id -> new UserId(((Number) id).longValue()));
    }

    /** From now on this is the account of theirs. */
    @Transactional
    void give(Person person, UserId account) {
        who(person, """
                insert into sign_on_identity (issuer, subject, account_id, name, created_at, last_seen_at)
                values (:issuer, :subject, :account, :name, :now, :now)
                on conflict (issuer, subject) do update
                set account_id = excluded.account_id, name = excluded.name, last_seen_at = excluded.last_seen_at""")
                .setParameter("account", account.value())
                .setParameter("name", person.name())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    void madeTeacher(Person person) {
        who(person, "update sign_on_identity set teacher_at = :now where issuer = :issuer and subject = :subject")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    List<Identity> of(UserId user) {
        return Rows.all(
                database.createNativeQuery(
                                "select number, issuer, name, created_at from sign_on_identity where account_id = :user"
                                        + " order by number")
                        .setParameter("user", user.value()),
                Identity.class);
    }

    /** Takes one of somebody's own away. Says whether there was such a one. */
    @Transactional
    boolean take(UserId user, long number) {
        return database.createNativeQuery("delete from sign_on_identity where account_id = :user and number = :number")
                        .setParameter("user", user.value())
                        .setParameter("number", number)
                        .executeUpdate()
                == 1;
    }

    private Query who(Person person, String query) {
        return database.createNativeQuery(query)
                .setParameter("issuer", person.issuer())
                .setParameter("subject", person.subject());
    }
}
