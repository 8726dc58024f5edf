package org.nabla.account.mail;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.mail.MailSettings;
import org.nabla.query.Rows;

/** Puts the letter of the day into the outbox, for everybody who wants notices, when it is morning where they are. */
@Singleton
class Mornings {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** Somebody who wants notices. @param noticed the last day on which they were looked for; empty before the first */
    private record Sleeper(UserId user, ZoneId zone, Optional<LocalDate> noticed) {}

    private final EntityManager database;
    private final MailQueue queue;
    private final MailSettings settings;
    private final Clock clock;

    Mornings(EntityManager database, MailQueue queue, MailSettings settings, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "${nabla.mail.notices-every:5m}", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        if (settings.isOn()) {
            look(clock.instant());
        }
    }

    /** For everybody where it is eight in the morning or later, once a day. */
    @Transactional
    void look(Instant now) {
        for (var sleeper : sleepers()) {
            var there = now.atZone(sleeper.zone());
            var day = there.toLocalDate();
            var morning = !there.toLocalTime().isBefore(MORNING);
            if (morning && sleeper.noticed().filter(last -> !last.isBefore(day)).isEmpty() && isFirst(sleeper, day)) {
                // What was to be said today is said tomorrow otherwise.
                var next =
                        day.plusDays(1).atTime(MORNING).atZone(sleeper.zone()).toInstant();
                queue.want(
                        new MailQueue.Wanted(
                                MailKind.NOTICES,
                                sleeper.user() + " " + day,
                                Optional.of(sleeper.user()),
                                "",
                                Duration.between(now, next)),
                        now);
            }
        }
    }

    /** Of several instances one is. */
    private boolean isFirst(Sleeper sleeper, LocalDate day) {
        return database.createNativeQuery("update mail_contact set noticed_on = :day where account_id = :user"
                                + " and (noticed_on is null or noticed_on < :day)")
                        .setParameter("day", day)
                        .setParameter("user", sleeper.user().value())
                        .executeUpdate()
                > 0;
    }

    private List<Sleeper> sleepers() {
        return Rows.all(database.createNativeQuery("""
                        select c.account_id, c.zone, c.noticed_on from mail_contact c
                        join account a on a.id = c.account_id and a.email = c.address
                        where exists (select 1 from mail_choice h where h.account_id = c.account_id)
                        order by c.account_id"""), Sleeper.class);
    }
}
