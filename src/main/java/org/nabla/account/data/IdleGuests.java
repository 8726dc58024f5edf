package org.nabla.account.data;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.nabla.account.UserId;
import org.nabla.account.own.AccountRemoval;

/** Guests who do not come back: no browser can reach any more what they did. */
@Singleton
public class IdleGuests {
    /** A guest is made a moment before their session. */
    private static final Duration BEGINNING = Duration.ofDays(1);

    private final List<OwnData> features;
    private final AccountRemoval accounts;
    private final EntityManager database;

    IdleGuests(@All List<OwnData> features, AccountRemoval accounts, EntityManager database) {
        this.features = features;
        this.accounts = accounts;
        this.database = database;
    }

    /** How long a guest finds their work again without coming back. */
    public Duration idle() {
        return accounts.guestIdle();
    }

    /** How long somebody with an account stays signed in without coming back. */
    public Duration sessionIdle() {
        return accounts.sessionIdle();
    }

    /**
     * Removes guests who have not been here for a while and left nothing that is worth keeping, with all that is theirs.
     *
     * @param since when nobody saw them any more
     * @param worth SQL that says whether the account {@code a} has something worth keeping
     * @return how many
     */
    @Transactional
    public int removeUnused(Instant since, String worth, int most) {
        List<?> rows = database.createNativeQuery("""
                        select a.id from account a
                        where a.login is null and a.demo_course_id is null and a.created_at < :since
                          and not exists (select 1 from session s where s.account_id = a.id and s.last_seen_at > :since)
                          and not (%s)
                        order by a.id limit :most for update of a skip locked""".formatted(worth))
                .setParameter("since", since)
                .setParameter("most", most)
                .getResultList();
        return remove(rows);
    }

    /** Removes guests whom no session leads to any more, with all that is theirs. Returns how many. */
    @Transactional
    public int remove(Instant now, int most) {
        List<?> rows = database.createNativeQuery("""
                        select a.id from account a
                        where a.login is null and a.demo_course_id is null and a.created_at < :before
                          and not exists (select 1 from session s where s.account_id = a.id and s.expires_at > :now)
                        order by a.id limit :most for update of a skip locked""")
                .setParameter("before", now.minus(BEGINNING))
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        return remove(rows);
    }

    private int remove(List<?> rows) {
        rows.stream().map(id -> new UserId(((Number) id).longValue())).forEach(guest -> {
            features.forEach(feature -> feature.erase(guest));
            accounts.removeElsewhere(guest);
        });
        return rows.size();
    }
}
