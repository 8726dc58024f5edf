package org.nabla.math.symja.worker;

import java.time.Duration;

/** The end of a budget, by the clock that never jumps. */
record Deadline(long nanoTime) {
    static Deadline in(Duration budget) {
        return new Deadline(System.nanoTime() + budget.toNanos());
    }

    /** This one, or the end of another budget that begins now, if that is sooner. */
    Deadline orIn(Duration budget) {
        var other = in(budget);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }

    long nanosLeft() {
        return nanoTime - System.nanoTime();
    }

    boolean isOver() {
        return nanosLeft() <= 0;
    }
}
