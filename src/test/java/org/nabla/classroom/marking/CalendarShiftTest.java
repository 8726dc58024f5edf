package org.nabla.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarShiftTest {

    @ParameterizedTest(name = "{0}, {1} by {2} days: {4}")
    @CsvSource(textBlock = """
            Europe/Berlin,       2026-10-12T18:00+02:00,  14,  2026-10-26T18:00+01:00,  into winter: an hour more than 14 days
            Europe/Berlin,       2026-03-20T18:00+01:00,  14,  2026-04-03T18:00+02:00,  into summer: an hour less
            Europe/Berlin,       2026-10-12T18:00+02:00, 364,  2027-10-11T18:00+02:00,  a year of whole weeks
            Europe/Berlin,       2026-11-02T18:00+01:00, 161,  2027-04-12T18:00+02:00,  a winter term becomes a summer term
            Europe/Berlin,       2026-04-13T18:00+02:00, -168, 2025-10-27T18:00+01:00,  back
            Europe/Berlin,       2026-03-22T02:30+01:00,   7,  2026-03-29T03:30+02:00,  in the gap: after it
            Europe/Berlin,       2026-03-22T01:59+01:00,   7,  2026-03-29T01:59+01:00,  just before the gap
            Europe/Berlin,       2026-03-22T03:00+01:00,   7,  2026-03-29T03:00+02:00,  its end
            Europe/Berlin,       2026-10-18T02:30+02:00,   7,  2026-10-25T02:30+01:00,  a closing time said twice: the second
            Europe/Berlin,       2026-10-25T02:30+01:00,   7,  2026-11-01T02:30+01:00,  out of the second
            Europe/Berlin,       2026-10-25T02:30+02:00,   7,  2026-11-01T02:30+01:00,  out of the first
            Europe/Berlin,       2026-10-25T02:30+02:00,   0,  2026-10-25T02:30+02:00,  by nothing: nothing moves
            Europe/Berlin,       2026-10-18T23:59:59+02:00, 7, 2026-10-25T23:59:59+01:00, seconds stay
            America/New_York,    2026-02-23T23:59-05:00,  14,  2026-03-09T23:59-04:00,  two weeks before Europe
            America/New_York,    2026-10-25T23:59-04:00,   7,  2026-11-01T23:59-05:00,  and a week after it
            America/New_York,    2026-03-01T02:15-05:00,   7,  2026-03-08T03:15-04:00,  its gap
            America/New_York,    2026-10-25T01:30-04:00,   7,  2026-11-01T01:30-05:00,  its hour said twice
            Australia/Sydney,    2026-03-23T09:00+11:00,  14,  2026-04-06T09:00+10:00,  south: winter comes in April
            Australia/Sydney,    2026-09-28T09:00+10:00,   7,  2026-10-05T09:00+11:00,  and summer in October
            Australia/Sydney,    2026-09-27T02:30+10:00,   7,  2026-10-04T03:30+11:00,  its gap
            Australia/Lord_Howe, 2026-09-27T02:15+10:30,   7,  2026-10-04T02:45+11:00,  a gap of half an hour
            Asia/Kolkata,        2026-10-18T18:00+05:30, 180,  2027-04-16T18:00+05:30,  no summer time
            UTC,                 2026-10-18T18:00Z,      180,  2027-04-16T18:00Z,       none either
            Pacific/Apia,        2011-12-23T12:00-10:00,   7,  2011-12-31T12:00+14:00,  a day that there was not
            Europe/Berlin,       2028-02-22T18:00+01:00,   7,  2028-02-29T18:00+01:00,  a leap day
            """)
    void theClocksSayTheSame(String zone, OffsetDateTime at, long days, OffsetDateTime then, String why) {
        var shift = new CalendarShift(ZoneId.of(zone), ZoneId.of(zone), days);

        assertThat(shift.closing(at.toInstant())).as(why).isEqualTo(then.toInstant());
    }

    @Test
    void anOpeningTimeSaidTwiceIsTheFirst() {
        var shift = new CalendarShift(ZoneId.of("Europe/Berlin"), ZoneId.of("Europe/Berlin"), 7);

        assertThat(shift.opening(Instant.parse("2026-10-18T00:30:00Z")))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Europe/Berlin,   America/New_York, 2026-10-26T18:00+01:00, 2026-10-26T18:00-04:00
            UTC,             Europe/Vienna,    2026-07-01T18:00Z,      2026-07-01T18:00+02:00
            Europe/Vienna,   Australia/Sydney, 2026-10-03T18:00+02:00, 2026-10-03T18:00+10:00
            """)
    void anotherZoneKeepsTheTimeOfDay(String from, String to, OffsetDateTime at, OffsetDateTime then) {
        assertThat(new CalendarShift(ZoneId.of(from), ZoneId.of(to), 0).closing(at.toInstant()))
                .isEqualTo(then.toInstant());
    }

    /** Every hour of two years, by many lengths: the same hour on the wall, unless there is none. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Tokyo"})
    void everyHourOfTwoYears(String name) {
        var zone = ZoneId.of(name);
        LongStream.range(0, 2 * 365 * 24).forEach(hour -> {
            var at = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(hour));
            for (var days : new long[] {-371, -7, 1, 7, 161, 364}) {
                var shifted = new CalendarShift(zone, zone, days).closing(at).atZone(zone);
                var wanted = at.atZone(zone).toLocalDateTime().plusDays(days);
                var isSaid = !zone.getRules().getValidOffsets(wanted).isEmpty();
                assertThat(shifted.toLocalDateTime()).isEqualTo(isSaid ? wanted : wanted.plusHours(1));
            }
        });
    }

    @ParameterizedTest(name = "opens {0}, due {1}")
    @CsvSource(textBlock = """
            01:00, 23:00
            02:30, 03:00
            02:10, 02:50
            02:00, 03:30
            """)
    void thereIsAlwaysTimeBetweenOpeningAndDue(LocalTime opens, LocalTime due) {
        var zone = ZoneId.of("Europe/Berlin");
        var day = LocalDateTime.of(2026, 3, 22, 0, 0);
        var dueAt = day.with(due).atZone(zone).toInstant();
        var rules = new AssignmentRules(
                "Week 3",
                new Terms(day.with(opens).atZone(zone).toInstant(), dueAt, dueAt),
                LateRule.NONE,
                0,
                Counts.BEST,
                true,
                Telling.at(dueAt),
                true,
                0,
                Optional.empty(),
                Timing.FREE);

        var shifted = new CalendarShift(zone, zone, 7).of(rules);

        assertThat(shifted.opensAt()).isBefore(shifted.dueAt());
        assertThat(shifted.closesAt()).isAfterOrEqualTo(shifted.dueAt());
        assertThat(shifted.telling().at().orElseThrow()).isAfterOrEqualTo(shifted.dueAt());
    }
}
