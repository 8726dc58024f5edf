package org.nabla.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephoneCodesTest {
    /** The secret of the vectors of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The last six digits of the RFC's eight. */
    @ParameterizedTest(name = "at {0}")
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(TelephoneCodes.step(SECRET, code, Instant.ofEpochSecond(second)))
                .hasValue(second / 30);
    }

    @ParameterizedTest(name = "{0} s later: {1}")
    @CsvSource({"-31, true", "-30, true", "0, true", "30, true", "31, false", "59, false", "-90, false"})
    void aClockMayBeHalfAMinuteWrong(long later, boolean taken) {
        // The code of the half minute that begins at 30 and ends before 60; asked at 59 and later or earlier.
        assertThat(TelephoneCodes.step(SECRET, "287082", Instant.ofEpochSecond(59 + later))
                        .isPresent())
                .isEqualTo(taken);
    }

    @Test
    void whatIsNoCodeIsNone() {
        for (var typed : new String[] {"", "28708", "2870820", "abcdef", "28708２"}) {
            assertThat(TelephoneCodes.step(SECRET, typed, Instant.ofEpochSecond(59)))
                    .as(typed)
                    .isEmpty();
        }
    }
}
