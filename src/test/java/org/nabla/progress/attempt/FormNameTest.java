package org.nabla.progress.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormNameTest {
    private static final Instant SHOWN = Instant.parse("2026-03-01T10:15:30.123Z");

    @ParameterizedTest(name = "answered after {0}: {1}")
    @CsvSource({"PT0S, PT0S", "PT1M4.5S, PT1M4.5S", "PT15M, PT15M", "PT15M1S, PT15M", "PT40H, PT15M"})
    void theTimeToTheAnswerIsCapped(Duration time, Duration told) {
        assertThat(FormName.timeToAnswer(FormName.shownAt(SHOWN), SHOWN.plus(time)))
                .contains(told);
    }

    @Test
    void aTimeBeforeThePageWasShownIsNone() {
        assertThat(FormName.timeToAnswer(FormName.shownAt(SHOWN), SHOWN.minusMillis(1)))
                .isEmpty();
    }

    @Test
    void aNameOfAnotherSortTellsNoTime() {
        assertThat(FormName.timeToAnswer(UUID.fromString("5b2a3b1e-6f0c-4c6e-9c55-1d2f6a7b8c9d"), SHOWN))
                .isEmpty();
    }

    @Test
    void namesOfTheSameMomentDiffer() {
        var names = new HashSet<UUID>();
        for (var i = 0; i < 1_000; i++) {
            names.add(FormName.shownAt(SHOWN));
        }

        assertThat(names).hasSize(1_000).allSatisfy(name -> {
            assertThat(name.version()).isEqualTo(7);
            assertThat(name.variant()).isEqualTo(2);
        });
    }
}
