package org.nabla.math;

import java.time.Duration;

/** The moment after which a computation is given up, by the clock that never jumps. */
public final class Deadline {

    private final long end;

    public Deadline(Duration budget) {
        end = System.nanoTime() + budget.toNanos();
    }

    private Deadline(long end) {
        this.end = end;
    }

    /** This one, or the end of another budget that begins now, if that is sooner. */
    public Deadline orIn(Duration budget) {
        return new Deadline(Math.min(nanosLeft(), budget.toNanos()) + System.nanoTime());
    }

    public boolean isPast() {
        return nanosLeft() <= 0;
    }

    /** What is left, below zero where it is past. */
    public long nanosLeft() {
        return end - System.nanoTime();
    }

    /** What is left, zero where it is past. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanosLeft()));
    }
}
