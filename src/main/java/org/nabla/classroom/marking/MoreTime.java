package org.nabla.classroom.marking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** How much more time is given to many at once: until a date, or so many days on top of what each has. */
public sealed interface MoreTime {

    /**
     * The extension that this gives.
     *
     * @param now what holds before, without the days that come on top by themselves
     * @return empty where it would give nothing: nobody gets less
     */
    Optional<Extension> on(Terms now, ZoneId zone, String reason);

    /** Due at this time, and open for late answers as long as before. */
    record Until(Instant due) implements MoreTime {
        @Override
        public Optional<Extension> on(Terms now, ZoneId zone, String reason) {
            return due.isAfter(now.due())
                    ? Optional.of(new Extension(due, due.isAfter(now.closes()) ? due : now.closes(), reason))
                    : Optional.empty();
        }
    }

    /** Due and closed so many days later, at the same time of day on the clocks of the course. */
    record Days(int days) implements MoreTime {
        @Override
        public Optional<Extension> on(Terms now, ZoneId zone, String reason) {
            var then = Allowance.in(zone).withExtraDays(days).terms(now);
            return days > 0 ? Optional.of(new Extension(then.due(), then.closes(), reason)) : Optional.empty();
        }
    }
}
