package org.nabla.practice.laboratory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.nabla.exercise.contour.LevelCurves;
import org.nabla.exercise.contour.Outline;

/** The data of the picture: contours of the loss with the path on them. */
final class Picture {
    private static final int GRID = 48;
    private static final int LEVELS = 11;

    private final Settings.Values values;
    private final Descent descent;

    Picture(Settings.Values values, Descent descent) {
        this.values = values;
        this.descent = descent;
    }

    /** As the figures of exercises have it; a point that is placed goes into the box {@code start}. */
    Map<String, Object> data() {
        var reach = values.reach();
        var layers = new ArrayList<Object>();
        layers.add(Map.of("type", "contour", "curves", curves(levels(heights()))));
        layers.add(Map.of("type", "path", "points", points()));
        return Map.of(
                "window",
                List.of(-reach, reach, -reach, reach),
                "axes",
                List.of("x", "y"),
                "layers",
                layers,
                "answer",
                Map.of(
                        "kind",
                        "point",
                        "box",
                        "start",
                        "step",
                        reach / 40.0 <= 0.1 ? 0.1 : 0.25,
                        "is",
                        values.start()[0] + " " + values.start()[1]));
    }

    private List<List<Double>> points() {
        return descent.steps().stream()
                .map(step -> List.of(clip(step.x()), clip(step.y())))
                .toList();
    }

    /** Far outside is as good as farther. */
    private double clip(double value) {
        return Math.max(-100.0 * values.reach(), Math.min(100.0 * values.reach(), value));
    }

    private double[] heights() {
        var heights = new double[GRID * GRID];
        for (var i = 0; i < heights.length; i++) {
            heights[i] = values.loss().at(place(i % GRID), place(i / GRID));
        }
        return heights;
    }

    private double place(int i) {
        return values.reach() * (2.0 * i / (GRID - 1) - 1);
    }

    private List<Object> curves(List<Double> levels) {
        var reach = (double) values.reach();
        var window = new double[] {-reach, reach, -reach, reach};
        var curves = new LevelCurves(values.loss()::at, window);
        var outline = new Outline(window);
        var found = new ArrayList<Object>();
        for (var level : levels) {
            var lines = curves.of(level).stream()
                    .filter(line -> line.size() > 1)
                    .map(line -> outline.of(line).stream()
                            .map(p -> List.of(p[0], p[1]))
                            .toList())
                    .toList();
            found.add(Map.of("level", level, "lines", lines));
        }
        return found;
    }

    /** Between each two lies the same share of the picture, so that steep walls do not leave the floor white. */
    private static List<Double> levels(double[] heights) {
        var sorted = Arrays.stream(heights).filter(Double::isFinite).sorted().toArray();
        var levels = new TreeSet<Double>();
        for (var i = 1; i < LEVELS && sorted.length > LEVELS; i++) {
            var share = Math.pow((double) i / LEVELS, 1.4);
            var height = sorted[(int) (share * (sorted.length - 1))];
            levels.add(new BigDecimal(height).round(new MathContext(2)).doubleValue());
        }
        return List.copyOf(levels);
    }
}
