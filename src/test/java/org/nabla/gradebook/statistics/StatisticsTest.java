package org.nabla.gradebook.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against SciPy 1.17.1, against Holm's rule worked out by hand, and against what the books print. */
class StatisticsTest {

    @ParameterizedTest(name = "{0} of {1}: {4}")
    @CsvSource(textBlock = """
            0,   10,   0,            0.2775327999, nobody
            10,  10,   0.7224672001, 1,            everybody
            7,   10,   0.3967781475, 0.8922087326, few
            31,  31,   0.8897446045, 1,            the trivial variant
            1,   1,    0.2065493144, 1,            a single one
            81,  263,  0.2552885199, 0.3662095770, 'Newcombe 1998, table I, (a)'
            15,  148,  0.0623863995, 0.1604872417, 'Newcombe 1998, table I, (b)'
            500, 1000, 0.4690696004, 0.5309303996, many
            """)
    void aShareHasWilsonsInterval(int right, int of, double low, double high, String why) {
        var share = new Share(right, of);

        assertThat(share.low()).isCloseTo(low, within(1e-10));
        assertThat(share.high()).isCloseTo(high, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"3, 2", "-1, 2", "0, 0"})
    void noShareIsMoreThanAllOrOfNobody(int right, int of) {
        assertThatThrownBy(() -> new Share(right, of)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} of {1} and {2} of {3}: {5}")
    @CsvSource(textBlock = """
            3,    4,    1,    4,    0.485714285714,    the lady tasting tea
            8,    10,   1,    6,    0.034965034965,    small
            10,   10,   0,    10,   1.08250882245e-05, all against nobody
            0,    31,   12,   72,   0.0162189305303,   a trivial variant
            7,    19,   0,    5,    0.272068511199,    nothing on one side
            12,   17,   29,   31,   0.0802685520741,   nearly
            100,  300,  150,  270,  9.65421849486e-08, many
            6,    18,   12,   17,   0.0437101683762,   just below a twentieth
            5,    10,   5,    10,   1,                 the same
            0,    9,    0,    3,    1,                 nobody anywhere
            1200, 2000, 1000, 2000, 2.45157206388e-10, thousands
            """)
    void fishersTestTellsHowProbableADifferenceIs(
            int right, int of, int otherRight, int otherOf, double expected, String why) {
        var one = new Share(right, of);
        var other = new Share(otherRight, otherOf);

        assertThat(Significance.ofDifference(one, other)).isCloseTo(expected, within(expected * 1e-8 + 1e-15));
        assertThat(Significance.ofDifference(other, one)).isCloseTo(expected, within(expected * 1e-8 + 1e-15));
    }

    /** Worked out by hand: the k-th smallest of n times n - k + 1, never less than the one before, at most 1. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0.01 0.02 0.03 0.04 | 0.04 0.06 0.06 0.06
            0.04 0.005 0.5 0.01 | 0.08 0.02 0.5 0.03
            0.9 0.8             | 1 1
            0.03                | 0.03
            """)
    void holmCorrectsForManyComparisons(String probabilities, String expected) {
        var corrected = Significance.corrected(numbers(probabilities));

        assertThat(corrected)
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
                .containsExactlyElementsOf(numbers(expected));
        assertThat(Significance.corrected(List.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0 0 0 0 1 1 1 1            | 1 2 3 4 5 6 7 8                        | 0.872871560944
            1 1 0 1 0 0 1 0 1 1        | .9 .8 .4 .7 .5 .2 .6 .45 .85 .3        | 0.655982703654
            1 .5 0 1 .25 0 1 0 1 .75   | .9 .8 .4 .7 .5 .2 .6 .45 .85 .3        | 0.680629753620
            1 2 3                      | 3 2 1                                  | -1
            """)
    void aCorrelationIsPearsons(String x, String y, double expected) {
        assertThat(Correlation.of(array(x), array(y))).hasValueCloseTo(expected, within(1e-10));
    }

    /** As SciPy has it: the upper end of {@code pearsonr(x, y).confidence_interval()}. */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "0.65598270365425, 10, 0.909828168431309",
        "-0.8671099695241201, 20, -0.6889484958439708",
        "-1, 20, -1",
        "1, 5, 1",
    })
    void aCorrelationMayBeLargerThanWhatWasFound(double correlation, int of, double expected) {
        assertThat(Correlation.high(correlation, of)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void whatDoesNotVaryHasNoCorrelation() {
        assertThat(Correlation.of(array("1 1 1"), array("1 2 3"))).isEmpty();
        assertThat(Correlation.of(new double[0], new double[0])).isEmpty();
    }

    private static List<Double> numbers(String text) {
        return Stream.of(text.strip().split(" +")).map(Double::valueOf).toList();
    }

    private static double[] array(String text) {
        return numbers(text).stream().mapToDouble(d -> d).toArray();
    }
}
