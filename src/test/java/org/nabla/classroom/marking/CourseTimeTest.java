package org.nabla.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTimeTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource(textBlock = """
            2026-03-28T18:00, Europe/Vienna,    2026-03-28T17:00:00Z, winter time
            2026-03-29T18:00, Europe/Vienna,    2026-03-29T16:00:00Z, summer time since this night
            2026-10-25T18:00, Europe/Vienna,    2026-10-25T17:00:00Z, winter time again
            2026-07-01T09:30, America/New_York, 2026-07-01T13:30:00Z, another zone
            2026-07-01T09:30, Asia/Kolkata,     2026-07-01T04:00:00Z, half an hour off
            """)
    void whatIsTypedIsMeantOnTheClocksOfTheCourse(String typed, ZoneId zone, Instant meant, String why)
            throws Exception {
        var parsed = CourseTime.parse(typed, zone, CourseTime.Twice.FIRST);

        assertThat(parsed).isEqualTo(meant);
        assertThat(CourseTime.field(parsed, zone)).isEqualTo(typed);
    }

    @Test
    void aTimeThatTheClocksLeaveOutIsRefusedWithTheReason() {
        assertThatThrownBy(() -> CourseTime.parse("2026-03-29T02:30", VIENNA, CourseTime.Twice.FIRST))
                .hasMessage("There is no such time in Europe/Vienna: the clocks go from 02:00 to 03:00 that day.");
    }

    @Test
    void aTimeThatComesTwiceIsTheOneThatIsKinder() throws Exception {
        assertThat(CourseTime.parse("2026-10-25T02:30", VIENNA, CourseTime.Twice.FIRST))
                .isEqualTo("2026-10-25T00:30:00Z");
        assertThat(CourseTime.parse("2026-10-25T02:30", VIENNA, CourseTime.Twice.SECOND))
                .isEqualTo("2026-10-25T01:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-13-01T10:00", "2026-02-30T10:00", "2026-02-01", "18:00"})
    void whatIsNoTimeIsRefused(String typed) {
        assertThatThrownBy(() -> CourseTime.parse(typed, VIENNA, CourseTime.Twice.FIRST))
                .isInstanceOf(CourseTime.Refused.class);
    }
}
