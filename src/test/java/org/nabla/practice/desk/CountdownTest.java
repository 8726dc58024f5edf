package org.nabla.practice.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTest {
    private static final Instant NOW = Instant.parse("2027-02-15T10:00:00Z");

    @ParameterizedTest(name = "{0} seconds are {1}, {2}")
    @CsvSource(textBlock = """
            5400, 1:30:00, 1 hour 30 minutes,     false
            7262, 2:01:02, 2 hours 1 minute,      false
            3600, 1:00:00, 1 hour,                false
            2700, 45:00,   45 minutes,            false
            750,  12:30,   12 minutes 30 seconds, false
            61,   1:01,    1 minute 1 second,     false
            59,   0:59,    59 seconds,            false
            0,    0:00,    0 seconds,             true
            -5,   0:00,    0 seconds,             true
            """)
    void theTimeLeftInDigitsAndInWords(long seconds, String digits, String words, boolean over) {
        var countdown = new Countdown(NOW, NOW.plusSeconds(seconds), "10:45");

        assertThat(countdown.digits()).isEqualTo(digits);
        assertThat(countdown.words()).isEqualTo(words);
        assertThat(countdown.over()).isEqualTo(over);
    }
}
