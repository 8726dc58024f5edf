package org.nabla.account.mail;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.query.Rows;

/**
 * The outbox of letters, in the database: what is taken out is kept from other instances for a while, and comes back if its
 * instance ends.
 */
@Singleton
public class MailQueue {
    /** So long whoever took a letter may work on it. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    /** How long it is told what became of a letter. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private static final Duration ONE_MORE_CHANCE = Duration.ofDays(1);
    private static final int LONGEST_TROUBLE = 500;
    private static final int MOST_SHOWN = 100;

    private final EntityManager database;

    MailQueue(EntityManager database) {
        this.database = database;
    }

    /**
     * How it stands.
     *
     * @param waiting letters, those that failed among them
     * @param failed those that were tried in vain and will be tried again
     * @param givenUp those that are not tried any more, of the last 30 days
     */
    public record State(long waiting, long failed, long givenUp, Optional<Instant> lastSent) {}

    /** A letter that did not arrive. @param next when it is tried again; empty where it is given up */
    public record Trouble(
            long id,
            String what,
            String to,
            int attempts,
            Instant since,
            String why,
            Optional<Instant> next,
            boolean again) {}

    @Transactional
    public State state() {
        return Rows.one(database.createNativeQuery("""
                        select count(*) filter (where state = 'WAITING'),
                               count(*) filter (where state = 'WAITING' and trouble <> ''),
                               count(*) filter (where state = 'GIVEN_UP'), max(sent_at) from mail_message"""), State.class);
    }

    /** At most a hundred: where more fail, it is for one reason. */
    @Transactional
    public List<Trouble> troubles() {
        return Rows.all(database.createNativeQuery("""
                        select m.id, m.kind, case when m.address = '' then coalesce(c.address, '') else m.address end,
                               m.attempts, m.created_at, m.trouble, case when m.state = 'WAITING' then m.next_at end
                        from mail_message m left join mail_contact c on c.account_id = m.account_id
                        where m.state <> 'SENT' and m.trouble <> ''
                        order by m.state, m.created_at desc limit :most""").setParameter("most", MOST_SHOWN), Row.class).stream()
                .map(Row::trouble)
                .toList();
    }

    private record Row(
            long id, MailKind kind, String to, int attempts, Instant since, String why, Optional<Instant> next) {

        Trouble trouble() {
            // Whoever forgot a password has asked anew by then.
            var again = kind != MailKind.RECOVER || next.isPresent();
            return new Trouble(id, kind.words(), to, attempts, since, why, next, again);
        }
    }

    /** A letter that did not arrive is tried once more, from the beginning. Says whether there was such a one. */
    @Transactional
    public boolean again(long id, Instant now) {
        return database.createNativeQuery("update mail_message set state = 'WAITING', attempts = 0, next_at = :now,"
                                + " expires_at = greatest(expires_at, :until) where id = :id and state <> 'SENT'"
                                + " and (state = 'WAITING' or kind <> 'RECOVER')")
                        .setParameter("now", now)
                        .setParameter("until", now.plus(ONE_MORE_CHANCE))
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    /** A letter that did not arrive is thrown away. Says whether there was such a one. */
    @Transactional
    public boolean drop(long id) {
        return database.createNativeQuery(
                                "delete from mail_message where id = :id and state <> 'SENT' and trouble <> ''")
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    /** A letter that is to be sent. @param name what no other of its kind is called: while one of it waits, there is no second */
    record Wanted(MailKind kind, String name, Optional<UserId> account, String address, Duration life) {}

    /** Puts a letter in. One that waits already stays as it is, but for where it goes. */
    @Transactional
    void want(Wanted wanted, Instant now) {
        database.createNativeQuery("""
                        insert into mail_message as m (kind, name, account_id, address, state, created_at, next_at, expires_at)
                        values (:kind, :name, :account, :address, 'WAITING', :now, :now, :until)
                        on conflict (kind, name) do update
                        set address = excluded.address, state = 'WAITING', attempts = 0, trouble = '', created_at = :now,
                            next_at = :now, expires_at = :until
                        where m.state <> 'WAITING' or m.address <> excluded.address or m.expires_at <= :now""")
                .setParameter("kind", wanted.kind().name())
                .setParameter("name", wanted.name())
                .setParameter("account", wanted.account().map(UserId::value).orElse(null))
                .setParameter("address", wanted.address())
                .setParameter("now", now)
                .setParameter("until", now.plus(wanted.life()))
                .executeUpdate();
    }

    /** Takes letters out whose time has come. */
    @Transactional
    List<Queued> take(int most, Instant now) {
        return Rows.all(
                database.createNativeQuery("""
                        update mail_message set next_at = :lease, attempts = attempts + 1 where id in (
                            select id from mail_message where state = 'WAITING' and next_at <= :now and expires_at > :now
                            order by next_at, id limit :most for update skip locked)
                        returning id, kind, account_id, address, expires_at, attempts""")
                        .setParameter("now", now)
                        .setParameter("lease", now.plus(LEASE))
                        .setParameter("most", most),
                Queued.class);
    }

    /** It was taken by the server. One that only an address asked for leaves nothing behind. */
    @Transactional
    void sent(Queued letter, Instant now) {
        if (letter.account().isEmpty()) {
            remove(letter);
            return;
        }
        database.createNativeQuery(
                        "update mail_message set state = 'SENT', sent_at = :now, trouble = '' where id = :id")
                .setParameter("now", now)
                .setParameter("id", letter.id())
                .executeUpdate();
    }

    /** There is nothing to send. */
    @Transactional
    void remove(Queued letter) {
        database.createNativeQuery("delete from mail_message where id = :id")
                .setParameter("id", letter.id())
                .executeUpdate();
    }

    /** It was not taken: again later, each time later still, where that can help. Says whether it is given up. */
    @Transactional
    boolean notSent(Queued letter, String trouble, boolean again, Instant now) {
        var next = now.plus(wait(letter.attempts()));
        var givenUp = !again || !next.isBefore(letter.expires());
        database.createNativeQuery(
                        "update mail_message set state = :state, next_at = :next, trouble = :trouble where id = :id")
                .setParameter("state", givenUp ? "GIVEN_UP" : "WAITING")
                .setParameter("next", next)
                .setParameter("trouble", shortened(trouble))
                .setParameter("id", letter.id())
                .executeUpdate();
        return givenUp;
    }

    /** Gives up what nobody needs any more, and returns it. */
    @Transactional
    List<Queued> expire(Instant now) {
        return Rows.all(
                database.createNativeQuery("update mail_message set state = 'GIVEN_UP',"
                                + " trouble = case when trouble = '' then 'It could not be sent in time.' else trouble end"
                                + " where state = 'WAITING' and expires_at <= :now"
                                + " returning id, kind, account_id, address, expires_at, attempts")
                        .setParameter("now", now),
                Queued.class);
    }

    /** Forgets what is old. */
    @Transactional
    void clean(Instant now) {
        database.createNativeQuery("delete from mail_message where state <> 'WAITING' and created_at < :old")
                .setParameter("old", now.minus(MEMORY))
                .executeUpdate();
    }

    /** A minute, two, four …, at most six hours. */
    static Duration wait(int attempts) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TROUBLE ? text.substring(0, LONGEST_TROUBLE) : text;
    }
}
