package org.nabla.grading;

import java.time.Duration;

/** The moment at which the grading of one response gives up. */
final class Deadline {

    private final long end;

    Deadline(Duration budget) {
        end = System.nanoTime() + budget.toNanos();
    }

    boolean passed() {
        return System.nanoTime() - end >= 0;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }
}
