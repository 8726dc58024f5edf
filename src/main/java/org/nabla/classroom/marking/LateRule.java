package org.nabla.classroom.marking;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * What an answer loses that comes after the due time. A day late ends at the same time of day as the due time, on the clocks
 * of the course: also where a day of daylight saving has 23 or 25 hours.
 *
 * @param perDay the share lost with each day begun, 0 to 1; 0 where being late costs nothing
 * @param floor the share that is kept however late, 0 to 1
 */
public record LateRule(double perDay, double floor) {

    /** Late answers count in full, until the closing time. */
    public static final LateRule NONE = new LateRule(0, 0);

    public LateRule {
        Shares.require(perDay);
        Shares.require(floor);
    }

    /** The share that is kept, 1 for what is in time. */
    double keeps(Instant due, Instant at, ZoneId zone) {
        return Math.min(1, Math.max(floor, 1 - perDay * daysLate(due, at, zone)));
    }

    /** How many days late have begun; 0 up to the due time itself. */
    static long daysLate(Instant due, Instant at, ZoneId zone) {
        if (!at.isAfter(due)) {
            return 0;
        }
        var from = due.atZone(zone);
        var days =
                ChronoUnit.DAYS.between(from.toLocalDateTime(), at.atZone(zone).toLocalDateTime());
        // The clocks may have gone back in between: what they say is not enough to order two instants.
        var whole = Math.max(0, days - 1);
        while (from.plusDays(whole).toInstant().isBefore(at)) {
            whole++;
        }
        return whole;
    }
}
