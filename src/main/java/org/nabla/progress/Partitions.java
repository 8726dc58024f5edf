package org.nabla.progress;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Keeps a year of monthly partitions ahead of the attempts. */
@ApplicationScoped
class Partitions {
    private final AttemptRepository attempts;

    Partitions(AttemptRepository attempts) {
        this.attempts = attempts;
    }

    @Scheduled(every = "24h")
    @Transactional
    void ensure() {
        attempts.ensurePartitions();
    }
}
