package org.nabla.math.symja.worker;

import java.time.Duration;

/** The time between one start and the next: none while workers live, twice as long each time that one is lost young. */
final class Pause {
    /** A worker that lived for so long was not lost over its start. */
    static final Duration SETTLED = Duration.ofSeconds(10);

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;

    /** Before another try. */
    synchronized Duration afterFailure() {
        var pause = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return pause;
    }

    /** Before the next start after a worker has ended by itself at this age. */
    synchronized Duration afterLoss(Duration age) {
        if (age.compareTo(SETTLED) >= 0) {
            next = FIRST;
            return Duration.ZERO;
        }
        return afterFailure();
    }
}
