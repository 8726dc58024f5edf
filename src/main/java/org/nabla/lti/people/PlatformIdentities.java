package org.nabla.lti.people;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.account.door.SignOn;

/** Whose account is whose, by issuer and subject alone. */
@Singleton
public class PlatformIdentities {
    private final SignOn signOn;
    private final EntityManager database;
    private final Clock clock;

    PlatformIdentities(SignOn signOn, EntityManager database, Clock clock) {
        this.signOn = signOn;
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    public Optional<UserId> find(String issuer, String subject) {
        List<?> rows = database.createNativeQuery(
                        "select account_id from lti_identity where issuer = :issuer and subject = :subject")
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .getResultList();
        return rows.stream().findFirst().map(id -> new UserId(((Number) id).longValue()));
    }

    /** The account of somebody, made where there is none. */
    @Transactional
    public UserId of(String issuer, String subject, String name) {
        // One at a time: two launches of somebody new must not make two accounts.
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:who, 0))) as locked")
                .setParameter("who", issuer + " " + subject)
                .getResultList();
        return find(issuer, subject).orElseGet(() -> {
            var made = signOn.make(name);
            database.createNativeQuery("insert into lti_identity (issuer, subject, account_id, created_at)"
                            + " values (:issuer, :subject, :account, :now)")
                    .setParameter("issuer", issuer)
                    .setParameter("subject", subject)
                    .setParameter("account", made.value())
                    .setParameter("now", clock.instant())
                    .executeUpdate();
            return made;
        });
    }

    @Transactional
    public void seen(String issuer, String subject) {
        database.createNativeQuery(
                        "update lti_identity set last_seen_at = :now where issuer = :issuer and subject = :subject")
                .setParameter("now", clock.instant())
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .executeUpdate();
    }

    /** Whether a platform vouches for this account. */
    @Transactional
    public boolean vouchedFor(UserId user) {
        return count(user) > 0;
    }

    /** As how many people of platforms somebody is known. */
    @Transactional
    int count(UserId user) {
        return ((Number) database.createNativeQuery("select count(*) from lti_identity where account_id = :user")
                        .setParameter("user", user.value())
                        .getSingleResult())
                .intValue();
    }
}
