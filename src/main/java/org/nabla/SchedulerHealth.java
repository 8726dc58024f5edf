package org.nabla;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready where the scheduler, or the pool of threads on which it and all pages work, has stood still: a process that lost
 * its threads, to a lack of memory for one, serves nobody, however alive it looks.
 */
@Readiness
@Singleton
class SchedulerHealth implements HealthCheck {

    /** Six beats. A pool that is merely busy lets one through sooner. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private volatile long last;

    @Inject
    SchedulerHealth() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that nobody sets */
    SchedulerHealth(LongSupplier nanos) {
        this.nanos = nanos;
        last = nanos.getAsLong();
    }

    @Scheduled(every = "10s")
    void beat() {
        last = nanos.getAsLong();
    }

    @Override
    public HealthCheckResponse call() {
        var since = Duration.ofNanos(nanos.getAsLong() - last);
        return HealthCheckResponse.named("Scheduler")
                .status(since.compareTo(LONGEST) < 0)
                .withData("secondsSinceBeat", since.toSeconds())
                .build();
    }
}
