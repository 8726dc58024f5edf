package org.nabla.math.symja.worker;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a starting worker is waited for: as long as it gets on. Its limit is in processor time, of which a start needs the
 * same whatever else the machine does; by the clock only a start that stands still is given up. So a busy machine makes a
 * start slow, and no start is begun anew because of it.
 */
final class StartPatience {
    private final Duration limit;
    private Duration spent = Duration.ZERO;
    private long lastStep;

    /** @param limit of processor time, and of the time without any by the clock */
    StartPatience(Duration limit, long nanoTime) {
        this.limit = limit;
        this.lastStep = nanoTime;
    }

    /**
     * Whether the start is given up.
     *
     * @param processorTime of the worker so far; empty where the machine does not tell, and then the clock alone counts
     */
    boolean isOver(Optional<Duration> processorTime, long nanoTime) {
        var now = processorTime.orElse(spent);
        if (now.compareTo(spent) > 0) {
            spent = now;
            lastStep = nanoTime;
        }
        return spent.compareTo(limit) >= 0 || nanoTime - lastStep >= limit.toNanos();
    }
}
