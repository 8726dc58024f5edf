package org.nabla.progress.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.progress.prediction.Teaching.Kind;

class TeachingTest {

    /** Wilson's interval, as computed elsewhere. */
    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({"30, 15, 0.3315, 0.6685", "100, 85, 0.7672, 0.9069", "40, 40, 0.9124, 1.0", "40, 0, 0.0, 0.0876"})
    void theIntervalIsWilsons(int tries, int succeeded, double low, double high) {
        var found = of(tries, succeeded);
        assertThat(found.low()).isCloseTo(low, within(1e-3));
        assertThat(found.high()).isCloseTo(high, within(1e-3));
    }

    @Test
    void whatHelpsLeastStandsFirstAndWhatReachesTheAimIsCounted() {
        var view = TeachingView.of(List.of(of(40, 36), of(40, 12), of(40, 33)));

        assertThat(view.measured()).isEqualTo(3);
        assertThat(view.good()).isEqualTo(1);
        assertThat(view.rows()).extracting(TeachingView.Row::share).containsExactly("30 %", "83 %");
        assertThat(view.rows()).extracting(TeachingView.Row::rewrite).containsExactly(true, false);
    }

    private static Teaching of(int tries, int succeeded) {
        return new Teaching(Kind.HINT, "gradient-at-a-point", "", "1", tries, succeeded);
    }
}
