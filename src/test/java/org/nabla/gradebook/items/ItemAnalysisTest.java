package org.nabla.gradebook.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.gradebook.mistakes.Fared;

class ItemAnalysisTest {

    private final List<Fared> fared = new ArrayList<>();
    private final Map<Long, Map<String, String>> drawn = new HashMap<>();

    @Test
    void aTrivialVariantIsToldWithItsNumbers() {
        add("b", "0", 31, 31);
        add("b", "1", 9, 20);
        add("b", "2", 10, 20);

        var analysis = ItemAnalysis.of(fared, drawn);

        assertThat(analysis.flags())
                .contains(
                        "The variant with b = 0 is trivial: 31 of 31 right at the first try; of the others, 19 of 40.");
        assertThat(analysis.first().right()).isEqualTo(50);
        assertThat(analysis.first().of()).isEqualTo(71);
    }

    @ParameterizedTest(name = "{0} of {1} and {2} of {3}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            2  | 20 | 18 | 20 | The variant with a = 1 is harder | few of one
            18 | 20 | 2  | 20 | The variant with a = 2 is harder | few of the other
            20 | 20 | 2  | 20 | The variant with a = 1 is trivial | all of one
            10 | 20 | 12 | 20 | ''                                | that may be chance
            0  | 7  | 40 | 40 | ''                                | of seven nothing is said
            0  | 8  | 40 | 40 | The variant with a = 2 is trivial | of eight it is
            """)
    void ofTwoValuesTheOneThatStandsOutIsTold(int right, int of, int otherRight, int otherOf, String flag, String why) {
        add("a", "1", right, of);
        add("a", "2", otherRight, otherOf);

        var variants = VariantTest.of(fared, drawn);

        assertThat(variants).hasSize(flag.isEmpty() ? 0 : 1);
        assertThat(variants.stream()
                        .map(VariantTest.Finding::sentence)
                        .findFirst()
                        .orElse(""))
                .startsWith(flag);
    }

    /** Of forty values that are alike, some stand out by chance alone: that is what the correction is for. */
    @Test
    void amongManyValuesChanceIsNotTold() {
        for (var value = 0; value < 40; value++) {
            add("a", String.valueOf(value), value == 7 ? 10 : 5, 10);
        }

        assertThat(VariantTest.of(fared, drawn)).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            58 | 58 | Nearly everybody is right at the first try, 58 of 58
            15 | 15 | ''
            1  | 40 | Few are right at the first try, 1 of 40
            0  | 10 | ''
            30 | 60 | ''
            """)
    void whatTellsLittleIsFlaggedFromTwentyLearnersOn(int right, int of, String flag) {
        add("a", "1", right, of);

        assertThat(ItemAnalysis.of(fared, Map.of()).flags().stream().findFirst().orElse(""))
                .startsWith(flag)
                .satisfies(text -> assertThat(text.isEmpty()).isEqualTo(flag.isEmpty()));
    }

    /** As SciPy has it: pointbiserialr([1,1,0,1,0,0,1,0,1,1], [.9,.8,.4,.7,.5,.2,.6,.45,.85,.3]) is 0.655982703654. */
    @Test
    void discriminationIsThePointBiserialCorrelationWithTheRest() {
        int[] first = {1, 1, 0, 1, 0, 0, 1, 0, 1, 1};
        double[] rest = {.9, .8, .4, .7, .5, .2, .6, .45, .85, .3};
        for (var i = 0; i < first.length; i++) {
            fared.add(learner(i, 1, first[i] == 1, rest[i]));
        }

        assertThat(ItemAnalysis.of(fared, drawn).discrimination()).hasValueCloseTo(0.655982703654, within(1e-10));
        assertThat(ItemAnalysis.of(fared.subList(0, 9), drawn).discrimination())
                .as("of nine learners")
                .isEmpty();
    }

    @Test
    void anExerciseAtWhichTheGoodDoWorseIsFlagged() {
        for (var i = 0; i < 20; i++) {
            fared.add(learner(i, 1, i < 10, i / 20.0));
        }

        assertThat(ItemAnalysis.of(fared, drawn).flags())
                .containsExactly("Those who do well in the rest do worse here: look at its prompt and its key.");
    }

    /** Of twenty a correlation a little below nothing may be chance. */
    @Test
    void aWeakCorrelationOfFewIsNotFlagged() {
        for (var i = 0; i < 20; i++) {
            fared.add(learner(i, 1, i % 2 == 0, i / 20.0));
        }

        assertThat(ItemAnalysis.of(fared, drawn).discrimination().orElseThrow()).isBetween(-0.2, 0.0);
        assertThat(ItemAnalysis.of(fared, drawn).flags()).isEmpty();
    }

    private void add(String name, String value, int right, int of) {
        var exercise = drawn.size() + 1L;
        drawn.put(exercise, Map.of(name, value));
        for (var i = 0; i < of; i++) {
            // The rest is the same for all, so that nothing but the variants is told.
            fared.add(learner(fared.size(), exercise, i < right, 0.5));
        }
    }

    private static Fared learner(int number, long exercise, boolean first, double rest) {
        return new Fared(
                new ExerciseId("gradient"),
                1,
                exercise,
                new UserId(number + 1L),
                first ? 1 : 0,
                1,
                first,
                first,
                first ? 0 : 1,
                false,
                Optional.of(Duration.ofSeconds(60)),
                OptionalDouble.of(rest));
    }
}
