package org.nabla.account.operator;

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
import org.nabla.account.UserId;
import org.nabla.query.Rows;

/** What those who run the site did. Written in the transaction of what it tells of. */
@Singleton
public class OperatorLog {
    private static final int LONGEST_DETAIL = 255;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.US).withZone(ZoneOffset.UTC);

    /**
     * A line of the log.
     *
     * @param actor empty where the account is gone
     * @param subject to whom it was done; empty where to nobody, or the account is gone
     */
    public record Line(
            long id,
            Instant at,
            Optional<String> actor,
            OperatorAct act,
            Optional<UserId> subjectId,
            Optional<String> subject,
            String detail) {

        public String who() {
            return actor.orElse("Somebody whose account is gone");
        }

        public String whom() {
            return subject.orElse("");
        }

        /** When, in UTC. */
        public String when() {
            return WHEN.format(at);
        }
    }

    /** Which lines: of one act, about one person, older than one of them. */
    public record Wish(Optional<OperatorAct> act, Optional<UserId> about, Optional<Long> before) {
        public static final Wish ALL = new Wish(Optional.empty(), Optional.empty(), Optional.empty());

        public static Wish about(UserId user) {
            return new Wish(Optional.empty(), Optional.of(user), Optional.empty());
        }
    }

    private final EntityManager database;
    private final Clock clock;

    OperatorLog(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param detail about what it was done, without names of people: these are looked up when it is read */
    @Transactional
    public void write(UserId actor, OperatorAct act, String detail) {
        insert(actor, act, Optional.empty(), detail);
    }

    @Transactional
    public void write(UserId actor, OperatorAct act, UserId subject, String detail) {
        insert(actor, act, Optional.of(subject), detail);
    }

    /** The newest first. */
    @Transactional
    public List<Line> newest(Wish wish, int most) {
        return Rows.all(
                database.createNativeQuery("""
                        select l.id, l.at, a.name, l.act, s.id, s.name, l.detail
                        from operator_log l
                        left join account a on a.id = l.actor_id
                        left join account s on s.id = l.subject_id
                        where l.id < :before and (:act = '' or l.act = :act) and (:about = 0 or l.subject_id = :about)
                        order by l.id desc limit :most""")
                        .setParameter("before", wish.before().orElse(Long.MAX_VALUE))
                        .setParameter("act", wish.act().map(Enum::name).orElse(""))
                        .setParameter("about", wish.about().map(UserId::value).orElse(0L))
                        .setParameter("most", most),
                Line.class);
    }

    private void insert(UserId actor, OperatorAct act, Optional<UserId> subject, String detail) {
        database.createNativeQuery("insert into operator_log (at, actor_id, act, subject_id, detail)"
                        + " values (:at, :actor, :act, cast(:subject as bigint), :detail)")
                .setParameter("at", clock.instant())
                .setParameter("actor", actor.value())
                .setParameter("act", act.name())
                .setParameter("subject", subject.map(UserId::value).orElse(null))
                .setParameter("detail", detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)))
                .executeUpdate();
    }
}
