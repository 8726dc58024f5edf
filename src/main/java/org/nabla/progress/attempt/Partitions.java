package org.nabla.progress.attempt;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.nabla.database.Patience;

/**
 * Keeps a year of monthly partitions ahead of the attempts. Every instance does, at its start before anybody answers, and every
 * day: whoever is up makes them, also after a long sleep.
 */
@Singleton
class Partitions {
    private static final int MONTHS_AHEAD = 12;

    /** Each is made with all its indexes, which takes a slow disk seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private final AttemptRepository attempts;
    private final Patience patience;
    private final Clock clock;

    Partitions(AttemptRepository attempts, Patience patience, Clock clock) {
        this.attempts = attempts;
        this.patience = patience;
        this.clock = clock;
    }

    @Transactional
    void started(@Observes StartupEvent start) {
        ensure();
    }

    @Scheduled(every = "24h", delayed = "24h")
    @Transactional
    void ensure() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        patience.upTo(LONGEST, () -> {
            attempts.ensurePartitions(today, MONTHS_AHEAD);
            return today;
        });
    }
}
