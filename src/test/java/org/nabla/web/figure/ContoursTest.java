package org.nabla.web.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContoursTest {

    private static final Window SQUARE = new Window(-2, 2, -2, 2);

    @ParameterizedTest(name = "the contour {0} of x² + y² is a circle")
    @CsvSource({"0.5", "1", "2.25", "3.9"})
    void aContourOfTheParaboloidIsOneClosedCircle(double level) {
        var lines = Contours.of(grid(81, (x, y) -> x * x + y * y), level);

        assertThat(lines).hasSize(1);
        var circle = lines.get(0);
        assertThat(circle.get(0).distance(circle.get(circle.size() - 1))).isZero();
        assertThat(circle)
                .allSatisfy(p -> assertThat(Math.hypot(p.x(), p.y())).isCloseTo(Math.sqrt(level), within(2e-3)));
    }

    @Test
    void aSaddleHasTwoBranchesOnEachSideOfItsLevel() {
        var saddle = grid(80, (x, y) -> x * y);

        assertThat(Contours.of(saddle, 1)).hasSize(2);
        assertThat(Contours.of(saddle, -1))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .allSatisfy(p -> assertThat(p.x() * p.y()).isCloseTo(-1, within(5e-3))));
    }

    @Test
    void whereTheFunctionHasNoValueThereIsNoLine() {
        var half = grid(41, (x, y) -> x < 0 ? Double.NaN : y);

        assertThat(Contours.of(half, 0.03))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).allSatisfy(p -> assertThat(p.x()).isGreaterThanOrEqualTo(0)));
    }

    @Test
    void aLevelThatIsNeverTakenHasNoLine() {
        assertThat(Contours.of(grid(41, (x, y) -> x * x + y * y), 9)).isEmpty();
    }

    @Test
    void levelsAreRoundNumbersInside() {
        assertThat(Contours.levels(grid(41, (x, y) -> x * x + y * y)))
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({"-4, 4, −4 −3 −2 −1 0 1 2 3 4", "0, 1, 0 0.2 0.4 0.6 0.8 1", "-0.5, 1.5, −0.5 0 0.5 1 1.5"})
    void ticksAreRoundNumbers(double low, double high, String expected) {
        var ticks = Ticks.between(low, high, 8).stream().map(Ticks::text).toList();

        assertThat(String.join(" ", ticks)).isEqualTo(expected);
    }

    private static Grid grid(int n, DoubleBinaryOperator f) {
        var values = new double[n * n];
        for (int i = 0; i < values.length; i++) {
            double x = -2 + 4.0 * (i % n) / (n - 1);
            double y = -2 + 4.0 * (i / n) / (n - 1);
            values[i] = f.applyAsDouble(x, y);
        }
        return new Grid(n, n, values, SQUARE);
    }
}
