package org.nabla.grading.judging;

import java.time.Duration;

/** The moment at which the grading of one response gives up. */
final class Deadline {

    private final long end;

    public Deadline(Duration budget) {
        end = System.nanoTime() + budget.toNanos();
    }

    boolean passed() {
        return System.nanoTime() - end >= 0;
    }

    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }
}
