package org.nabla.classroom.marking;

import java.time.Duration;
import java.time.Instant;

/**
 * A learner works on an assignment against the clock: from when they started it, for so many minutes, times the factor that
 * they have, and no longer than the assignment is open for them. Who was told an end is never given an earlier one, whatever
 * becomes of the minutes of all or of their factor; only an assignment that closes earlier ends earlier.
 *
 * @param promised until when they were told that they have time, if the assignment is open so long
 * @param minutes that all have by the rules as they are now
 * @param factor by which the minutes of this learner are multiplied, 1 or more
 */
public record TimedRun(Instant started, Instant promised, int minutes, double factor) {

    /** What still counts after the end: answers may be on their way. */
    public static final Duration GRACE = Duration.ofMinutes(1);

    public TimedRun {
        if (minutes < 1 || !(factor >= 1)) {
            throw new IllegalArgumentException("no time: " + minutes + " minutes times " + factor);
        }
    }

    /** One that starts now. */
    public static TimedRun starting(Instant now, int minutes, double factor) {
        return new TimedRun(now, now.plus(time(minutes, factor)), minutes, factor);
    }

    /** So many minutes for whoever has this factor; a second begun is theirs. */
    public static Duration time(int minutes, double factor) {
        // Tenths of a second first: 60 times 1.1 is a little more than 66 in binary.
        return Duration.ofSeconds((long) Math.ceil(Math.round(minutes * 60 * factor * 1000) / 1000.0));
    }

    /** When it ends for them. @param closes when the assignment closes for them */
    public Instant ends(Instant closes) {
        var mine = started.plus(time(minutes, factor));
        var longest = mine.isAfter(promised) ? mine : promised;
        return longest.isBefore(closes) ? longest : closes;
    }

    /** The times that hold while it runs and after: answers are taken a minute longer than the clock shows. */
    public Terms terms(Terms own) {
        var ends = ends(own.closes());
        var closes = ends.plus(GRACE);
        // The minute is nobody's lateness; who runs beyond the due time is late from the due time on.
        return new Terms(own.opens(), ends.isAfter(own.due()) ? own.due() : closes, closes);
    }
}
