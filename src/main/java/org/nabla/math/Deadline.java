package org.nabla.math;

import java.time.Duration;

/** The moment after which a computation is given up. */
public final class Deadline {

    private final long end;

    public Deadline(Duration budget) {
        end = System.nanoTime() + budget.toNanos();
    }

    public boolean isPast() {
        return System.nanoTime() - end > 0;
    }

    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }
}
