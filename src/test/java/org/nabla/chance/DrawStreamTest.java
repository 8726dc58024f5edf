package org.nabla.chance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawStreamTest {
    private static final String GRADIENT = "gradient-at-a-point";

    private static DrawStream stream(int seed) {
        return new DrawStream(GRADIENT, seed);
    }

    /** Kept for ever: a change of these numbers would change every exercise that a learner saw. Computed apart, in Python. */
    @Test
    void theNumbersAreTheSameForEver() {
        var stream = stream(7);

        assertThat(new long[] {stream.next(), stream.next(), stream.next()})
                .containsExactly(3359064965652893172L, -1269152708978716957L, 7079872063760007101L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10, 1000})
    void everyNumberBelowTheBoundComesAboutAsOften(int bound) {
        var counts = new int[bound];
        var stream = stream(1);
        int draws = 400 * bound;

        for (int i = 0; i < draws; i++) {
            counts[stream.below(bound)]++;
        }

        assertThat(java.util.Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(300, 500));
    }

    @Test
    void seedsAndTemplatesHaveStreamsOfTheirOwn() {
        assertThat(stream(1).next()).isNotEqualTo(stream(2).next());
        assertThat(stream(1).next()).isNotEqualTo(new DrawStream("gradient", 1).next());
    }
}
