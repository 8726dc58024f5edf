package org.nabla.teaching.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The clock of the application, on which a thread that plays a demo course can be at another time. */
public final class StagedClock extends Clock {

    private static final ThreadLocal<@Nullable Instant> STAGED = new ThreadLocal<>();

    private final Clock real;

    public StagedClock(Clock real) {
        this.real = real;
    }

    /** Does something at another time, on this thread. */
    static void at(Instant time, Runnable act) {
        STAGED.set(time);
        try {
            act.run();
        } finally {
            STAGED.remove();
        }
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new StagedClock(real.withZone(zone));
    }

    @Override
    public Instant instant() {
        var staged = STAGED.get();
        return staged == null ? real.instant() : staged;
    }
}
