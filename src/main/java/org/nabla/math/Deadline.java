package org.nabla.math;

import java.time.Duration;

/** The moment after which a computation is given up. */
final class Deadline {

    private final long end;

    Deadline(Duration budget) {
        end = System.nanoTime() + budget.toNanos();
    }

    boolean isPast() {
        return System.nanoTime() - end > 0;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }
}
