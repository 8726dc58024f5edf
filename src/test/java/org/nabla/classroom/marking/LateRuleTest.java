package org.nabla.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateRuleTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @ParameterizedTest(name = "{3}: {0} per day, floor {1}, {2} -> {4}")
    @CsvSource(textBlock = """
            0.1,  0.5, 2026-03-02T18:00:00Z,     in time to the second,          1
            0.1,  0.5, 2026-03-01T18:00:00Z,     a day early,                    1
            0.1,  0.5, 2026-03-02T18:00:01Z,     a second late is a day begun,   0.9
            0.1,  0.5, 2026-03-03T18:00:00Z,     one day to the second,          0.9
            0.1,  0.5, 2026-03-03T18:00:01Z,     the second day begins,          0.8
            0.1,  0.5, 2026-03-07T18:00:00Z,     five days,                      0.5
            0.1,  0.5, 2026-04-30T18:00:00Z,     never under the floor,          0.5
            0.3,  0,   2026-03-06T18:00:00Z,     without a floor nothing stays,  0
            0,    0,   2026-03-06T18:00:00Z,     no rule,                        1
            1,    0.2, 2026-03-02T18:00:01Z,     all but the floor at once,      0.2
            """)
    void keepsAShare(double perDay, double floor, Instant at, String why, double kept) {
        var due = Instant.parse("2026-03-02T18:00:00Z");

        assertThat(new LateRule(perDay, floor).keeps(due, at, ZoneId.of("UTC"))).isCloseTo(kept, within(1e-12));
    }

    /** A day late lasts until the clocks of the course show the due time again. */
    @ParameterizedTest(name = "due {0}, answered {1}: {2} days late, {3}")
    @CsvSource(textBlock = """
            2026-03-28T18:00, 2026-03-29T18:00, 1, 23 hours of summer time coming
            2026-03-28T18:00, 2026-03-29T18:01, 2, one minute more
            2026-10-24T18:00, 2026-10-25T18:00, 1, 25 hours of winter time coming
            2026-10-24T18:00, 2026-10-25T18:01, 2, one minute more
            2026-03-28T18:00, 2026-03-30T18:00, 2, two days over the change
            2026-03-28T02:30, 2026-03-29T03:30, 1, the due time that this day leaves out
            2026-01-31T23:59, 2026-02-01T23:59, 1, no change at all
            """)
    void countsDaysOnTheClocksOfTheCourse(LocalDateTime due, LocalDateTime answered, long days, String why) {
        assertThat(LateRule.daysLate(
                        due.atZone(VIENNA).toInstant(), answered.atZone(VIENNA).toInstant(), VIENNA))
                .isEqualTo(days);
    }

    @Test
    void theHourThatComesTwiceIsLateOnlyTheSecondTime() {
        var due = Instant.parse("2026-10-25T00:30:00Z"); // 02:30 for the first time

        assertThat(LateRule.daysLate(due, Instant.parse("2026-10-25T00:30:00Z"), VIENNA))
                .isZero();
        assertThat(LateRule.daysLate(due, Instant.parse("2026-10-25T01:10:00Z"), VIENNA))
                .as("02:10 for the second time is later, whatever the clocks say")
                .isEqualTo(1);
    }

    @Test
    void aShareIsFromNothingToAll() {
        assertThatThrownBy(() -> new LateRule(1.1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LateRule(0.1, -0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LateRule(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
