package org.nabla.account;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes guessing slow: after some failures the next attempt must wait, each time longer. Counted in the database, so that
 * all instances share it, and before the password is looked at, so that a hundred guesses at once count as a hundred.
 */
@Singleton
public class Throttle {

    /** Of what attempts are counted. */
    public enum Subject {
        /** Of one login, whoever guesses. */
        LOGIN(5, Duration.ofMinutes(5), Duration.ofDays(1)),
        /** From one address; a whole school may share one, so there is more room and less waiting. */
        ADDRESS(50, Duration.ofSeconds(30), Duration.ofHours(1)),
        /** Codes of one user's second step; a million to guess from, and two or three are right at a time. */
        CODE(5, Duration.ofMinutes(15), Duration.ofDays(1)),
        /** New accounts from one address. */
        SIGN_UP(100, Duration.ofMinutes(1), Duration.ofHours(1)),
        /** New guests from one address: more than all classes of a school begin in an hour. */
        GUEST(500, Duration.ofMinutes(1), Duration.ofHours(1)),
        /** Exports of one user's data, each of which reads all that there is of them. */
        EXPORT(10, Duration.ofMinutes(5), Duration.ofHours(1)),
        /** Reports by one user, each of which somebody is to read. */
        REPORT(20, Duration.ofHours(1), Duration.ofDays(1)),
        /** Join codes typed from one address; a whole class may type theirs at once, and right ones are not counted. */
        JOIN_CODE(30, Duration.ofMinutes(5), Duration.ofHours(1)),
        /** Letters to one address that somebody asked for, whoever it was: the reader of that address may not have. */
        LETTER(3, Duration.ofMinutes(1), Duration.ofHours(6), Duration.ofDays(1)),
        /** Addresses of mail typed at one address of the net by people who forgot their password; a school may share one. */
        RECOVERY(30, Duration.ofMinutes(10), Duration.ofHours(1));

        private final int free;
        private final Duration first;
        private final Duration longest;
        private final Duration memory;

        Subject(int free, Duration longest, Duration memory) {
            this(free, Duration.ofSeconds(1), longest, memory);
        }

        /** @param first wait, which doubles with each further failure up to {@code longest} */
        Subject(int free, Duration first, Duration longest, Duration memory) {
            this.free = free;
            this.first = first;
            this.longest = longest;
            this.memory = memory;
        }
    }

    private static final Duration LONGEST_MEMORY = Subject.LOGIN.memory;

    private static final String WAIT = """
            make_interval(secs => case when f.failures < :free then 0
                                  else least(:longest, :first * power(2, least(f.failures - :free, 30))) end)
            """;

    private final EntityManager database;
    private final Clock clock;

    Throttle(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts an attempt that may fail. Returns how long it must wait instead, or nothing where it may go on. A failure that lies
     * ahead, by a clock that was put back or another instance's that is fast, counts as one of now.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Duration> attempt(Subject subject, String name) {
        var now = clock.instant();
        var hash = hash(subject, name);
        var counted = database.createNativeQuery("""
                        insert into sign_in_failure as f (subject_hash, failures, last_failed_at)
                        values (:hash, 1, :now)
                        on conflict (subject_hash) do update
                        set failures = case when f.last_failed_at < :forgotten then 1 else f.failures + 1 end,
                            last_failed_at = :now
                        where least(f.last_failed_at, :now) + %s <= :now
                        """.formatted(WAIT))
                .setParameter("hash", hash)
                .setParameter("now", now)
                .setParameter("forgotten", now.minus(subject.memory))
                .setParameter("free", subject.free)
                .setParameter("first", subject.first.toSeconds())
                .setParameter("longest", subject.longest.toSeconds())
                .executeUpdate();
        return counted == 1 ? Optional.empty() : Optional.of(wait(subject, hash, now));
    }

    /** The attempt was none of a thief: the count of before is restored for an address, and a login starts anew. */
    @Transactional(TxType.REQUIRES_NEW)
    public void succeeded(Subject subject, String name) {
        database.createNativeQuery(
                        subject == Subject.LOGIN || subject == Subject.CODE
                                ? "delete from sign_in_failure where subject_hash = :hash"
                                : "update sign_in_failure set failures = failures - 1"
                                        + " where subject_hash = :hash and failures > 1")
                .setParameter("hash", hash(subject, name))
                .executeUpdate();
    }

    /** Nothing is remembered of this name any more. */
    @Transactional
    public void forget(Subject subject, String name) {
        database.createNativeQuery("delete from sign_in_failure where subject_hash = :hash")
                .setParameter("hash", hash(subject, name))
                .executeUpdate();
    }

    /** The wait in words. */
    public static String waitFor(Duration wait) {
        var seconds = wait.toSeconds() + 1;
        return "There were too many attempts. Wait "
                + (seconds < 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes") + ", then try again.";
    }

    private Duration wait(Subject subject, byte[] hash, Instant now) {
        var until = (Instant) database.createNativeQuery(
                        "select least(f.last_failed_at, :now) + " + WAIT
                                + " from sign_in_failure f where f.subject_hash = :hash",
                        Instant.class)
                .setParameter("now", now)
                .setParameter("hash", hash)
                .setParameter("free", subject.free)
                .setParameter("first", subject.first.toSeconds())
                .setParameter("longest", subject.longest.toSeconds())
                .getSingleResult();
        var wait = Duration.between(now, until);
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }

    /** People type passwords into the box for the login; what is stored must not tell. */
    private static byte[] hash(Subject subject, String name) {
        return Token.sha256(subject + ":" + name);
    }
}
