package org.nabla.progress.attempt;

import java.time.Duration;
import java.time.LocalDate;

/**
 * What a learner did in a week.
 *
 * @param from its Monday, in UTC
 * @param exercises how many exercises were answered
 * @param firsts how many of them for the first time, so that it counts
 * @param right how many of those were right at once
 * @param spent the time from pages to answers, as far as it is known
 */
public record PracticeWeek(LocalDate from, int exercises, int firsts, int right, Duration spent) {

    /** A row of the query: the same in the same order, with the time in seconds. */
    record Row(LocalDate from, int exercises, int firsts, int right, long seconds) {

        PracticeWeek week() {
            return new PracticeWeek(from, exercises, firsts, right, Duration.ofSeconds(seconds));
        }
    }
}
