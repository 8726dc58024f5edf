package org.nabla.exercise.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import org.nabla.exercise.contour.ContourLevels;
import org.nabla.exercise.contour.LevelCurves;
import org.nabla.exercise.contour.Outline;

/** Lines of a figure on which a function has one value, in numbers as exact as its window needs. */
final class FigureLines {

    /** To what part of the window coordinates are written: a tenth of a pixel. */
    private static final double EXACT = 3000;

    private final double[] window;
    private final Outline outline;

    FigureLines(double[] window) {
        this.window = window;
        this.outline = new Outline(window);
    }

    /** The lines on which the function is zero, each a list of points. */
    List<Object> zeros(DoubleBinaryOperator function) {
        return written(traced(function));
    }

    List<List<double[]>> traced(DoubleBinaryOperator function) {
        return new LevelCurves(function, window).of(0);
    }

    /**
     * The level curves of a function.
     *
     * @param given the levels that the author wants; where there are none, round numbers and those that follow
     * @param points through each of which a level curve goes
     * @param constraints each of which is touched by level curves
     */
    Map<String, Object> contour(
            DoubleBinaryOperator function,
            List<Double> given,
            List<double[]> points,
            List<List<double[]>> constraints) {
        var curves = new LevelCurves(function, window);
        var found = new ArrayList<Object>();
        for (var level : levels(curves, function, given, points, constraints)) {
            var lines = written(curves.of(level.value()));
            if (!lines.isEmpty()) {
                var curve = new TreeMap<String, Object>(Map.of("level", exact(level.value()), "lines", lines));
                if (!level.round()) {
                    curve.put("named", "no");
                }
                found.add(curve);
            }
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("type", "contour");
        data.put("curves", found);
        return data;
    }

    private static List<ContourLevels.Level> levels(
            LevelCurves curves,
            DoubleBinaryOperator function,
            List<Double> given,
            List<double[]> points,
            List<List<double[]>> constraints) {
        if (!given.isEmpty()) {
            return given.stream()
                    .sorted()
                    .map(v -> new ContourLevels.Level(v, true))
                    .toList();
        }
        var asked = new ArrayList<Double>();
        points.forEach(p -> asked.add(function.applyAsDouble(p[0], p[1])));
        constraints.forEach(line -> asked.addAll(ContourLevels.touching(function, line)));
        return ContourLevels.of(
                curves.values(), asked.stream().filter(Double::isFinite).toList());
    }

    private List<Object> written(List<List<double[]>> lines) {
        var written = new ArrayList<Object>();
        for (var line : lines) {
            if (line.size() > 1) {
                written.add(outline.of(line).stream().map(this::written).toList());
            }
        }
        return written;
    }

    private List<Object> written(double[] p) {
        return List.of(rounded(p[0], window[1] - window[0]), rounded(p[1], window[3] - window[2]));
    }

    private static double rounded(double value, double size) {
        double step = Math.pow(10, Math.floor(Math.log10(size / EXACT)));
        // By division where the step is below one: 0.1 times 3 is not 0.3.
        return step < 1 ? Math.round(value / step) / Math.rint(1 / step) : Math.round(value / step) * step;
    }

    private static double exact(double level) {
        return level == 0
                ? 0
                : new java.math.BigDecimal(level)
                        .round(new java.math.MathContext(6, java.math.RoundingMode.HALF_EVEN))
                        .doubleValue();
    }
}
