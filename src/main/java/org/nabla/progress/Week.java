package org.nabla.progress;

import java.sql.Date;
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
public record Week(LocalDate from, int exercises, int firsts, int right, Duration spent) {

    /** A row of the query: the same in the same order, with the time in seconds. */
    static Week of(Object[] row) {
        return new Week(
                row[0] instanceof Date date ? date.toLocalDate() : (LocalDate) row[0],
                ((Number) row[1]).intValue(),
                ((Number) row[2]).intValue(),
                ((Number) row[3]).intValue(),
                Duration.ofSeconds(((Number) row[4]).longValue()));
    }
}
