package org.nabla.math.symja.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PauseTest {
    private final Pause pause = new Pause();

    @Test
    void eachFailureDoublesItUpToHalfAMinute() {
        assertThat(Stream.generate(pause::afterFailure).limit(8).map(Duration::toMillis))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    void workersThatAreLostAtOnceAreNoBetterThanStartsThatFail() {
        assertThat(pause.afterLoss(Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(500));
        assertThat(pause.afterLoss(Duration.ofSeconds(9))).isEqualTo(Duration.ofMillis(1_000));
    }

    @Test
    void afterOneThatLivedTheNextComesAtOnce() {
        pause.afterFailure();

        assertThat(pause.afterLoss(Duration.ofSeconds(10))).isEqualTo(Duration.ZERO);
        assertThat(pause.afterFailure()).isEqualTo(Duration.ofMillis(500));
    }
}
