package org.nabla.account.mail;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.mail.MailSettings;
import org.nabla.mail.Postman;
import org.nabla.mail.Undelivered;

/** Sends what is in the outbox, every few seconds. Never in a request: nobody waits for a server of mail. */
@Singleton
class MailPost {
    private static final int AT_ONCE = 50;
    private static final int ROUNDS = 40;

    private final MailQueue queue;
    private final MailLinks links;
    private final Postman postman;
    private final MailSettings settings;
    private final Clock clock;
    private final Map<MailKind, LetterWriter> writers = new EnumMap<>(MailKind.class);

    MailPost(
            MailQueue queue,
            MailLinks links,
            Postman postman,
            MailSettings settings,
            @All List<LetterWriter> writers,
            Clock clock) {
        this.queue = queue;
        this.links = links;
        this.postman = postman;
        this.settings = settings;
        this.clock = clock;
        writers.forEach(writer -> this.writers.put(writer.kind(), writer));
    }

    @Scheduled(every = "${nabla.mail.every:20s}", delayed = "40s", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        if (settings.isOn()) {
            send(clock.instant());
        }
    }

    /** Sends what waits and whose time has come. What is given up goes first: the letter of another day may tell it. */
    void send(Instant now) {
        expire(now);
        for (int i = 0; i < ROUNDS; i++) {
            var taken = queue.take(AT_ONCE, now);
            if (taken.isEmpty()) {
                return;
            }
            if (!send(taken, now)) {
                return;
            }
        }
    }

    /** A server that does not answer is not asked again in the same round. Says whether it answered. */
    private boolean send(List<Queued> taken, Instant now) {
        var away = Optional.<Undelivered>empty();
        for (var letter : taken) {
            if (away.isPresent()) {
                notSent(letter, away.get(), now);
                continue;
            }
            try {
                send(letter, now);
            } catch (Undelivered e) {
                Log.infof("A letter of the kind %s was not sent: %s", letter.kind(), e.sentence());
                notSent(letter, e, now);
                away = Optional.of(e).filter(Undelivered::away);
            }
        }
        return away.isEmpty();
    }

    private void send(Queued letter, Instant now) throws Undelivered {
        var written = writer(letter).write(letter, now);
        if (written.isEmpty()) {
            queue.remove(letter);
            return;
        }
        postman.send(written.get().to(), written.get().letter());
        queue.sent(letter, now);
    }

    private void notSent(Queued letter, Undelivered why, Instant now) {
        if (queue.notSent(letter, why.sentence(), why.again(), now)) {
            writer(letter).givenUp(letter);
        }
    }

    private LetterWriter writer(Queued letter) {
        return Optional.ofNullable(writers.get(letter.kind())).orElseThrow();
    }

    /** What has run out goes, whether there is mail now or not. */
    @Scheduled(every = "1h", delayed = "12m")
    void clean() {
        clean(clock.instant());
    }

    void clean(Instant now) {
        expire(now);
        queue.clean(now);
        links.clean(now);
    }

    private void expire(Instant now) {
        queue.expire(now).forEach(letter -> writer(letter).givenUp(letter));
    }
}
