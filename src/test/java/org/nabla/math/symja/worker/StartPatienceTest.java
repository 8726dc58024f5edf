package org.nabla.math.symja.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartPatienceTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final StartPatience patience = new StartPatience(LIMIT, 0);

    /** As at a load of 30: a start of 6 s of processor time that takes twenty minutes by the clock. */
    @Test
    void aSlowStartIsWaitedForAsLongAsItGetsOn() {
        for (int second = 1; second <= 1_200; second++) {
            assertThat(isOver(5 * second, second)).as("after %d s", second).isFalse();
        }
    }

    @Test
    void aStartThatStandsStillIsGivenUpAfterTheLimit() {
        assertThat(isOver(900, 10)).isFalse();
        assertThat(isOver(900, 69)).isFalse();
        assertThat(isOver(900, 70)).isTrue();
    }

    @Test
    void aStartThatComputesForTooLongIsGivenUpSoonerOrLater() {
        assertThat(isOver(59_000, 30)).isFalse();
        assertThat(isOver(60_000, 31)).isTrue();
    }

    @Test
    void whereTheMachineDoesNotTellTheClockCounts() {
        assertThat(patience.isOver(Optional.empty(), Duration.ofSeconds(59).toNanos()))
                .isFalse();
        assertThat(patience.isOver(Optional.empty(), Duration.ofSeconds(60).toNanos()))
                .isTrue();
    }

    private boolean isOver(long computedMillis, long second) {
        return patience.isOver(
                Optional.of(Duration.ofMillis(computedMillis)),
                Duration.ofSeconds(second).toNanos());
    }
}
