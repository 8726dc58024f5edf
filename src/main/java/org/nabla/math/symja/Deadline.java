package org.nabla.math.symja;

import java.time.Duration;

/** The end of a budget, by the clock that never jumps. */
record Deadline(long nanoTime) {
    static Deadline in(Duration budget) {
        return new Deadline(System.nanoTime() + budget.toNanos());
    }

    long nanosLeft() {
        return nanoTime - System.nanoTime();
    }

    boolean isOver() {
        return nanosLeft() <= 0;
    }
}
