package org.nabla.practice.desk;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that is left, as the server says it. While it runs, what stands in the boxes is kept as it is typed.
 *
 * @param now the server's time, from which the page counts on: the reader's own clock may be wrong
 * @param end when it ends, as the course's clocks say it
 */
public record Countdown(Instant now, Instant ends, String end) {

    public boolean over() {
        return !now.isBefore(ends);
    }

    /** In words, such as {@code 12 minutes 30 seconds}. */
    public String words() {
        var left = left();
        var hours = left / 3600;
        var minutes = left / 60 % 60;
        var seconds = left % 60;
        var words = (hours > 0 ? count(hours, "hour") : "")
                + (minutes > 0 ? count(minutes, "minute") : "")
                // Where hours are left nobody counts seconds.
                + (hours == 0 && (seconds > 0 || minutes == 0) ? count(seconds, "second") : "");
        return words.strip();
    }

    /** In digits, such as {@code 12:30} or {@code 1:02:30}. */
    public String digits() {
        var left = left();
        return left >= 3600
                ? "%d:%02d:%02d".formatted(left / 3600, left / 60 % 60, left % 60)
                : "%d:%02d".formatted(left / 60, left % 60);
    }

    private long left() {
        return Math.max(0, Duration.between(now, ends).toSeconds());
    }

    private static String count(long number, String one) {
        return number + " " + one + (number == 1 ? " " : "s ");
    }
}
