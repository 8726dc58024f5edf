package org.nabla.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimedRunTest {

    @ParameterizedTest(name = "{0}, {1} min × {2}, closes {3}: ends {4}, taken until {5}; {6}")
    @CsvSource(textBlock = """
            10:00, 45, 1,     18:00, 10:45,    10:46,    as many minutes as there are
            10:00, 45, 1.5,   18:00, 11:07:30, 11:08:30, half as long again
            10:00, 45, 2,     18:00, 11:30,    11:31,    twice as long
            10:00, 60, 1.1,   18:00, 11:06,    11:07,    what binary makes a little more stays whole
            10:00, 7,  1.13,  18:00, 10:07:55, 10:08:55, a second begun is theirs: 474.6 seconds
            10:00, 1,  1,     18:00, 10:01,    10:02,    the shortest
            17:15, 45, 1,     18:00, 18:00,    18:01,    ends when it closes
            17:16, 45, 1,     18:00, 18:00,    18:01,    closes before the time is over
            17:30, 45, 1.5,   18:00, 18:00,    18:01,    no factor is longer than it is open
            17:59, 45, 1,     18:00, 18:00,    18:01,    a minute before it closes
            18:00, 45, 1,     18:00, 18:00,    18:01,    as it closes
            17:14, 45, 1,     18:00, 17:59,    18:00,    grace up to the closing time
            """)
    void endsWhenTheTimeIsOverOrItCloses(
            LocalTime start,
            int minutes,
            double factor,
            LocalTime closes,
            LocalTime ends,
            LocalTime taken,
            String why) {
        var run = TimedRun.starting(at(start), minutes, factor);
        var terms = run.terms(new Terms(at("08:00"), at(closes), at(closes)));

        assertThat(run.ends(at(closes))).as(why).isEqualTo(at(ends));
        assertThat(terms.closes()).isEqualTo(at(taken));
        assertThat(terms.at(at(taken))).isEqualTo(Terms.Phase.OPEN);
        assertThat(terms.at(at(taken).plusMillis(1))).isEqualTo(Terms.Phase.CLOSED);
    }

    @ParameterizedTest(name = "due {0}, closes {1}, at {2}: {3}; {4}")
    @CsvSource(textBlock = """
            18:00, 20:00, 18:00,    OPEN,   due while it runs
            18:00, 20:00, 18:00:01, LATE,   who runs on is late
            18:00, 20:00, 18:21,    LATE,   until a minute after the end
            18:00, 20:00, 18:21:01, CLOSED, and no longer
            18:20, 20:00, 18:20:59, OPEN,   the minute of grace is nobody’s lateness
            18:20, 18:20, 18:20:59, OPEN,   nor where nothing is late
            17:00, 20:00, 17:41,    LATE,   started late
            19:00, 20:00, 18:20:30, OPEN,   over before it is due
            19:00, 20:00, 18:30,    CLOSED, over is over
            """)
    void latenessIsByTheDueTimeOfAll(LocalTime due, LocalTime closes, LocalTime now, Terms.Phase phase, String why) {
        var run = TimedRun.starting(at("17:35"), 45, 1);

        var terms = run.terms(new Terms(at("08:00"), at(due), at(closes)));

        assertThat(terms.at(at(now))).as(why).isEqualTo(phase);
        assertThat(terms.due()).isBeforeOrEqualTo(terms.closes());
    }

    @ParameterizedTest(name = "told {0}, now {1} min × {2}: {3}; {4}")
    @CsvSource(textBlock = """
            10:45, 30, 1,   10:45, fewer minutes for all take nothing away
            10:45, 60, 1,   11:00, more minutes for all are more
            10:45, 45, 1.5, 11:07:30, a factor given meanwhile holds
            11:07:30, 45, 1, 11:07:30, one that is taken away does not
            11:30, 45, 1,   11:30, a teacher has given more
            """)
    void nobodyIsGivenLessThanTheyWereTold(LocalTime promised, int minutes, double factor, LocalTime ends, String why) {
        var run = new TimedRun(at("10:00"), at(promised), minutes, factor);

        assertThat(run.ends(at("18:00"))).as(why).isEqualTo(at(ends));
    }

    @Test
    void thereIsNoTimeOfNoLength() {
        assertThatThrownBy(() -> TimedRun.starting(at("10:00"), 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TimedRun.starting(at("10:00"), 45, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String time) {
        return at(LocalTime.parse(time));
    }

    private static Instant at(LocalTime time) {
        return LocalDate.of(2027, 2, 15).atTime(time).toInstant(ZoneOffset.UTC);
    }
}
