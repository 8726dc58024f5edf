package org.nabla.exercise.contour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelCurvesTest {
    private static final double[] WINDOW = {-2, 2, -2, 2};
    private static final double PIXEL = 4 / 252.0;

    private static final Map<String, DoubleBinaryOperator> FUNCTIONS = Map.of(
            "circle", (x, y) -> x * x + y * y,
            "product", (x, y) -> x * y,
            "saddle", (x, y) -> x * x - y * y,
            "folium", (x, y) -> x * x * x + y * y * y - 3 * x * y,
            "rays", (x, y) -> x * y / (x * x + y * y),
            "parabolas", (x, y) -> x * x * y / (x * x * x * x + y * y),
            "pole", (x, y) -> 1 / (x - 0.5),
            "step", (x, y) -> Math.floor(x) + y / 10,
            "half", (x, y) -> x < 0 ? Double.NaN : y,
            "corner", (x, y) -> Math.abs(x) + Math.abs(y));

    @ParameterizedTest(name = "{0} at {1} has {2} lines: {3}")
    @CsvSource({
        "circle,    1,     1, one closed circle",
        "circle,    9,     0, never taken in the window",
        "product,   1,     2, two branches",
        "product,  -1,     2, two branches on the other side",
        "product,   0,     2, two lines that cross",
        "saddle,    0.001, 2, two branches however close to the saddle",
        "saddle,   -0.001, 2, and on the other side",
        "pole,      0,     0, the function jumps from below to above",
        "pole,      2,     1, a straight line",
        "step,      0.05,  1, the jump at 0 is no line",
        "half,      0.03,  1, none where the function has no value",
        "corner,    1,     1, a square",
    })
    void hasSoManyLines(String name, double level, int lines, String why) {
        assertThat(of(name, level)).as(why).hasSize(lines);
    }

    @ParameterizedTest(name = "every point of {0} at {1} is within half a pixel of the level")
    @CsvSource({
        "circle, 1",
        "circle, 0.01",
        "product, 0.3",
        "product, 0",
        "saddle, 0",
        "folium, 0",
        "folium, 0.2",
        "rays, 0.3",
        "parabolas, 0.2",
        "corner, 1",
        "pole, 2"
    })
    void everyPointHasTheLevel(String name, double level) {
        var f = function(name);

        for (var line : of(name, level)) {
            for (int i = 1; i < line.size(); i++) {
                double x = (line.get(i)[0] + line.get(i - 1)[0]) / 2;
                double y = (line.get(i)[1] + line.get(i - 1)[1]) / 2;
                // What happens within two pixels of a point at which the function jumps, nobody sees.
                if (Math.hypot(x, y) > 2 * PIXEL) {
                    assertThat(takenAbout(f, level, x, y))
                            .as("at (%s, %s)", x, y)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void linesThatCrossGoOnStraight() {
        for (var line : of("product", 0)) {
            var first = line.get(0);
            var last = line.get(line.size() - 1);
            assertThat(Math.hypot(first[0] - last[0], first[1] - last[1])).isCloseTo(4, within(0.1));
        }
    }

    @Test
    void levelsAreRoundNumbersAndThoseThatAreAskedFor() {
        var values = new double[] {0, 8};

        assertThat(ContourLevels.of(values, List.of()).stream().map(ContourLevels.Level::value))
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
        assertThat(ContourLevels.of(values, List.of(2.5, 3.0, 6.99, 99.0)))
                .contains(
                        new ContourLevels.Level(2.5, false),
                        new ContourLevels.Level(3, true),
                        new ContourLevels.Level(6.99, false))
                .noneMatch(level -> level.value() == 7 || level.value() == 99);
    }

    @Test
    void aCircleIsTouchedWhereTheFunctionIsExtremeAlongIt() {
        var circle = of("circle", 1).get(0);

        var touching = ContourLevels.touching((x, y) -> 3 * x + 4 * y, circle);

        assertThat(touching).hasSize(2).anySatisfy(v -> assertThat(v).isCloseTo(5, within(1e-3)));
        assertThat(ContourLevels.touching((x, y) -> x * x + y * y, circle)).isEmpty();
    }

    @Test
    void whatIsLeftOutOfALineNobodySees() {
        var line = of("folium", 0.2).get(0);

        var kept = new Outline(WINDOW).of(line);

        assertThat(kept).hasSizeLessThan(line.size() / 2);
        assertThat(line).allSatisfy(p -> assertThat(distance(p, kept)).isLessThan(PIXEL / 2));
    }

    private static DoubleBinaryOperator function(String name) {
        return Objects.requireNonNull(FUNCTIONS.get(name));
    }

    private static List<List<double[]>> of(String name, double level) {
        return new LevelCurves(function(name), WINDOW).of(level);
    }

    private static boolean takenAbout(DoubleBinaryOperator f, double level, double x, double y) {
        boolean above = false;
        boolean below = false;
        for (int i = 0; i < 64; i++) {
            double r = PIXEL / 2 * (1 + i % 4) / 4;
            double value = f.applyAsDouble(x + r * Math.cos(i), y + r * Math.sin(i));
            above |= value >= level;
            below |= value <= level;
        }
        return above && below;
    }

    private static double distance(double[] p, List<double[]> line) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < line.size(); i++) {
            double dx = line.get(i)[0] - line.get(i - 1)[0];
            double dy = line.get(i)[1] - line.get(i - 1)[1];
            double px = p[0] - line.get(i - 1)[0];
            double py = p[1] - line.get(i - 1)[1];
            double part = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
            least = Math.min(least, Math.hypot(px - part * dx, py - part * dy));
        }
        return least;
    }
}
