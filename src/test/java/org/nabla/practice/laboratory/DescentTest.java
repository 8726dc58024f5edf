package org.nabla.practice.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The path of gradient descent against what can be worked out by hand, and what is said of it. */
class DescentTest {
    private static final Loss BOWL = Loss.of("x^2 + y^2");

    @Test
    void onABowlEachStepShrinksByTheSameFactor() {
        var path = Descent.of(BOWL, new double[] {2, -1}, 0.1, 0, 10);

        assertThat(path.steps()).hasSize(11);
        path.steps().forEach(step -> {
            assertThat(step.x()).isCloseTo(2 * Math.pow(0.8, step.number()), within(1e-12));
            assertThat(step.y()).isCloseTo(-Math.pow(0.8, step.number()), within(1e-12));
            assertThat(step.loss()).isCloseTo(5 * Math.pow(0.64, step.number()), within(1e-12));
        });
    }

    @Test
    void momentumAddsAShareOfTheLastStep() {
        var steps = Descent.of(BOWL, new double[] {1, 0}, 0.1, 0.5, 3).steps();

        // v = -0.2, then 0.5·(-0.2) - 0.2·0.8 = -0.26, then 0.5·(-0.26) - 0.2·0.54 = -0.238
        assertThat(steps.get(1).x()).isCloseTo(0.8, within(1e-12));
        assertThat(steps.get(2).x()).isCloseTo(0.54, within(1e-12));
        assertThat(steps.get(3).x()).isCloseTo(0.302, within(1e-12));
        assertThat(steps.get(3).vx()).isCloseTo(-0.238, within(1e-12));
    }

    @ParameterizedTest(name = "{0} from ({1}, {2}) with rate {3} and momentum {4}: {5}")
    @CsvSource({
        "x^2 + y^2,          1, 0,    0.1,  0,   SETTLED,  diminishing by a fifth",
        "x^2 + y^2,          1, 0,    1,    0,   GOING,    from side to side for ever",
        "x^2 + y^2,          1, 0,    1.5,  0,   DIVERGED, beyond the bound 1",
        "x^2/2 + 5y^2,       1, 1,    0.19, 0,   SETTLED,  just below the bound 0.2",
        "x^2/2 + 5y^2,       1, 1,    0.3,  0,   DIVERGED, above it",
        "x^2/2 + 5y^2,       1, 1,    0.3,  0.6, SETTLED,  momentum moves the bound to 0.32",
        "x^2/2 - y^2/2,      1, 0.1,  0.5,  0,   DIVERGED, a saddle has no floor",
        "ln(x) + y^2,        0.5, 1,  1,    0,   NOWHERE,  past the edge of where it is defined",
        "ln(x) + y^2,        -1, 1,   0.1,  0,   NOWHERE,  started outside",
        "7,                  1, 1,    0.1,  0,   SETTLED,  flat from the start",
    })
    void theEndIsTold(String formula, double x, double y, double rate, double momentum, Descent.End end, String why) {
        var path = Descent.of(Loss.of(formula), new double[] {x, y}, rate, momentum, 200);

        assertThat(path.end()).as(why).isEqualTo(end);
    }

    @ParameterizedTest
    @EnumSource(LaboratoryLandscape.class)
    void theGradientOfEachLandscapeIsItsSlope(LaboratoryLandscape landscape) {
        var loss = Loss.of(landscape.formula());
        var h = 1e-5;
        for (var x = -2.3; x < 2.5; x += 0.9) {
            for (var y = -2.1; y < 2.5; y += 0.9) {
                assertThat(loss.slopeX(x, y))
                        .isCloseTo((loss.at(x + h, y) - loss.at(x - h, y)) / (2 * h), within(1e-4));
                assertThat(loss.slopeY(x, y))
                        .isCloseTo((loss.at(x, y + h) - loss.at(x, y - h)) / (2 * h), within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LaboratoryLandscape.class)
    void eachLandscapeStartsWithAPathThatFalls(LaboratoryLandscape landscape) {
        var values = values("f", landscape.id());

        var path = Descent.of(values.loss(), values.start(), values.rate().doubleValue(), 0, values.steps());

        assertThat(path.last().loss()).isLessThan(path.steps().get(0).loss());
        assertThat(path.steps()).allMatch(step -> Math.abs(step.x()) <= values.reach());
        assertThat(NextStep.of(values, path, 0)).isPresent();
    }

    @ParameterizedTest(name = "{0} has curvature {1}")
    @CsvSource({"x^2 + y^2, 2", "x^2/2 + 5y^2, 10", "x*y, 1", "3x^2 + 2x y + 3y^2, 8", "x - 2y, 0"})
    void theLargestCurvatureOfAQuadraticIsKnown(String formula, double expected) {
        assertThat(Loss.of(formula).constantCurvature().orElseThrow()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void thatOfOtherFunctionsIsNotTold() {
        assertThat(Loss.of("(1 - x)^2 + 5(y - x^2)^2").constantCurvature()).isEmpty();
    }

    @ParameterizedTest(name = "\"{0}\" is refused")
    @ValueSource(strings = {"", "x +", "x + z", "(x, y)", "x = y", "{x, y}", "x < y", "[[x, y], [y, x]]", "alert(1)"})
    void whatIsNoFunctionOfXAndYIsRefused(String text) {
        assertThat(Loss.read(text))
                .isInstanceOfSatisfying(
                        Loss.Result.Refused.class,
                        refused -> assertThat(refused.error().message()).endsWith("."));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "start; (1",
                "start; 3",
                "start; (1, 2, 3)",
                "start; (x, 1)",
                "start; (1e9, 0)",
                "rate; -1",
                "rate; fast",
                "rate; 1e99",
                "momentum; 1",
                "momentum; 2",
                "steps; 0",
                "steps; 61",
                "steps; 2.5",
            })
    void aFieldThatCannotBeReadSaysWhatIsWanted(String field, String text) {
        var errors = new LinkedHashMap<String, String>();

        assertThat(settings("f", "bowl", field, text).read(errors)).isEmpty();
        assertThat(errors).containsOnlyKeys(field);
        assertThat(errors.get(field)).startsWith("Give ").endsWith(".");
    }

    @Test
    void anotherLandscapeBringsItsOwnStartAndRate() {
        var kept = settings("f", "bowl", "was", "bowl", "start", "(1, 1)", "rate", "0.3");
        var fresh = settings("f", "himmelblau", "was", "bowl", "start", "(1, 1)", "rate", "0.3");

        assertThat(kept.start()).isEqualTo("(1, 1)");
        assertThat(fresh.start()).isEqualTo(LaboratoryLandscape.HIMMELBLAU.start());
        assertThat(fresh.rate()).isEqualTo(LaboratoryLandscape.HIMMELBLAU.rate());
    }

    @Test
    void theExerciseIsExactForRoundedNumbers() {
        var values = values("f", "valley", "start", "(-4, 1.5)", "rate", "0.18", "momentum", "0.5");
        var path = Descent.of(values.loss(), values.start(), 0.18, 0.5, 5);

        var exercise = NextStep.of(values, path, 1).orElseThrow();

        // At (-3.28, -1.2), rounded to (-3.3, -1.2), after a step of (0.72, -2.7), rounded to (0.7, -2.7).
        assertThat(exercise.prompt())
                .contains("(-3.3, -1.2)")
                .contains("(0.7, -2.7)")
                .contains("momentum is $0.5$");
        assertThat(exercise.parts().get(0).answer().value()).containsExactly("(-3.3, -12)");
        assertThat(exercise.solution().get(3)).contains("(-2.356, -0.39)");
        assertThat(exercise.parts().get(1).answer().mistakes()).hasSize(4);
    }

    @Test
    void atTheMinimumThereIsNothingToCompute() {
        var values = values("f", "bowl", "start", "(0, 0)");

        assertThat(NextStep.of(values, Descent.of(values.loss(), values.start(), 0.1, 0, 5), 0))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0",
                "-0.5; −0.5",
                "3.14159; 3.142",
                "100000; 100000",
                "12345678; 1.23 × 10⁷",
                "-0.00001234; −1.23 × 10⁻⁵"
            })
    void numbersAreWrittenForReading(double value, String expected) {
        assertThat(Numerals.of(value)).isEqualTo(expected);
    }

    @Test
    void theStorySaysWhatHappened() {
        var values = values("f", "valley", "rate", "0.21", "steps", "40");
        var story = new Story(values, Descent.of(values.loss(), values.start(), 0.21, 0, 40));

        assertThat(story.tone()).isEqualTo("diverged");
        assertThat(story.sentence()).startsWith("It moves away");
        assertThat(story.alternative()).contains("It leaves the picture with step");
        assertThat(story.bound().orElseThrow()).contains("$10$").contains("$0.2$");
    }

    private static Settings.Values values(String... namesAndValues) {
        return settings(namesAndValues).read(new LinkedHashMap<>()).orElseThrow();
    }

    private static Settings settings(String... namesAndValues) {
        Map<String, @Nullable String> fields = new HashMap<>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Settings.of(fields);
    }
}
