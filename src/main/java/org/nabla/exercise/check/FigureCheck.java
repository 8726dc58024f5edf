package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.contour.Levels;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.exercise.reading.FigureReader;
import org.nabla.exercise.template.FigurePlan;
import org.nabla.exercise.template.Formula;
import org.nabla.math.Expression;

/** Whether a figure is true: what is drawn is there, what is there is drawn, and what is marked can be seen. */
final class FigureCheck {

    /** A little beyond the edge still counts, as in the drawing. */
    private static final double MARGIN = 0.02;

    /** On a shorter arrow there is no room for a head, in parts of the window. */
    private static final double SHORTEST = 0.04;

    private static final double NEAR = 0.012;

    private final ExerciseGenerator.Work work;
    private final FigurePlan plan;
    private final Exercise.Figure figure;
    private final double[] window;
    private final List<String> axes;
    private final List<String> problems = new ArrayList<>();

    private FigureCheck(ExerciseGenerator.Work work, FigurePlan plan, Exercise.Figure figure) {
        this.work = work;
        this.plan = plan;
        this.figure = figure;
        this.window = numbers(figure.data().get("window"));
        this.axes = plan.axes().isEmpty() ? FigureReader.LETTERS : plan.axes();
    }

    /** What is not as it should be, each in a sentence. */
    static List<String> problems(ExerciseGenerator.Work work, FigurePlan plan) {
        return work.exercise()
                .figure()
                .map(figure -> plan.inSpace()
                        ? SpaceCheck.problems(work, plan, figure)
                        : new FigureCheck(work, plan, figure).check())
                .orElse(List.of());
    }

    private List<String> check() {
        var layers = list(figure.data().get("layers"))
                .map(layer -> layer instanceof Map<?, ?> m ? m : Map.of())
                .toList();
        for (int i = 0; i < layers.size(); i++) {
            layer(plan.layers().get(i), layers.get(i));
        }
        for (int i = 0; i < layers.size(); i++) {
            if (plan.layers().get(i).type() == FigurePlan.Type.CONTOUR) {
                contour(plan.layers().get(i), layers.get(i), layers);
            }
        }
        return problems;
    }

    private void layer(FigurePlan.Layer layer, Map<?, ?> data) {
        switch (layer.type()) {
            case CURVE ->
                truth(function(layer), 0, lines(data))
                        .forEach(p -> problems.add(
                                "the curve " + layer.formulas().get(0).text() + " " + p));
            case POINT -> inside("the point", numbers(data.get("at")));
            case POLYGON -> list(data.get("corners")).forEach(corner -> inside("the corner", numbers(corner)));
            case ARROW -> arrow(numbers(data.get("from")), numbers(data.get("to")));
            default -> {}
        }
    }

    private void arrow(double[] from, double[] to) {
        inside("the start of an arrow", from);
        inside("the tip of an arrow", to);
        if (away(from, to) < SHORTEST) {
            problems.add("the arrow to " + text(to) + " is too short to have a head");
        }
    }

    private void inside(String what, double[] p) {
        double dx = MARGIN * (window[1] - window[0]);
        double dy = MARGIN * (window[3] - window[2]);
        if (p[0] < window[0] - dx || p[0] > window[1] + dx || p[1] < window[2] - dy || p[1] > window[3] + dy) {
            problems.add(what + " " + text(p) + " is outside the window");
        }
    }

    private void contour(FigurePlan.Layer layer, Map<?, ?> data, List<Map<?, ?>> layers) {
        var function = function(layer);
        var all = new ArrayList<List<double[]>>();
        for (var entry : list(data.get("curves")).toList()) {
            if (!(entry instanceof Map<?, ?> curve) || !(curve.get("level") instanceof Number written)) {
                continue;
            }
            double level = written.doubleValue();
            var lines = lines(curve);
            all.addAll(lines);
            truth(function, level, lines).forEach(p -> problems.add("the level curve of " + level + " " + p));
        }
        if (all.isEmpty()) {
            problems.add("no level curve is in the window");
        }
        // Levels that the author chose for several points are there to be counted between them.
        boolean compares = layer.formulas().size() > 1
                && plan.layers().stream()
                                .filter(l -> l.type() == FigurePlan.Type.POINT)
                                .count()
                        > 1;
        for (int i = 0; i < layers.size(); i++) {
            var type = plan.layers().get(i).type();
            if (type == FigurePlan.Type.POINT && !compares) {
                through(function, numbers(layers.get(i).get("at")), all);
            } else if (type == FigurePlan.Type.CURVE) {
                lines(layers.get(i)).forEach(line -> touches(function, line, all));
            }
        }
    }

    private void through(DoubleBinaryOperator function, double[] p, List<List<double[]>> lines) {
        double value = function.applyAsDouble(p[0], p[1]);
        if (new LineTruth(function, value, window).isCrossedAbout(p, NEAR) && !isNear(p, lines)) {
            problems.add("no level curve passes through the point " + text(p));
        }
    }

    private void touches(DoubleBinaryOperator function, List<double[]> line, List<List<double[]>> lines) {
        for (double[] p : Levels.touchingPoints(function, dense(line))) {
            double value = function.applyAsDouble(p[0], p[1]);
            if (new LineTruth(function, value, window).isCrossedAbout(p, NEAR) && !isNear(p, lines)) {
                problems.add("no level curve touches the curve at " + text(p));
            }
        }
    }

    /** With points as close together as those from which the line was made. */
    private List<double[]> dense(List<double[]> line) {
        var points = new ArrayList<double[]>(List.of(line.get(0)));
        for (int i = 1; i < line.size(); i++) {
            var from = line.get(i - 1);
            var to = line.get(i);
            int pieces = (int) Math.ceil(away(from, to) / 0.004);
            for (int k = 1; k < pieces; k++) {
                double part = (double) k / pieces;
                points.add(new double[] {from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])});
            }
            points.add(to);
        }
        return points;
    }

    private boolean isNear(double[] p, List<List<double[]>> lines) {
        return LineTruth.isNear(p, lines, window, NEAR);
    }

    private List<String> truth(DoubleBinaryOperator function, double level, List<List<double[]>> lines) {
        return new LineTruth(function, level, window).problems(lines);
    }

    private DoubleBinaryOperator function(FigurePlan.Layer layer) {
        Formula formula = layer.formulas().get(0);
        var e = work.scope().insert(formula);
        if (e instanceof Expression.Relation relation) {
            e = new Expression.Sum(List.of(
                    relation.sides().get(0),
                    new Expression.Negation(relation.sides().get(1))));
        }
        return new Numerics().function(e, axes.get(0), axes.get(1));
    }

    private double away(double[] a, double[] b) {
        return Math.hypot((a[0] - b[0]) / (window[1] - window[0]), (a[1] - b[1]) / (window[3] - window[2]));
    }

    private static List<List<double[]>> lines(Map<?, ?> data) {
        return list(data.get("lines"))
                .map(line -> list(line).map(FigureCheck::numbers).toList())
                .toList();
    }

    private static double[] numbers(@org.jspecify.annotations.Nullable Object list) {
        return list(list).mapToDouble(n -> ((Number) n).doubleValue()).toArray();
    }

    private static Stream<?> list(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> l ? l.stream() : Stream.of();
    }

    private static String text(double[] p) {
        return "(" + Math.round(p[0] * 1000) / 1000.0 + ", " + Math.round(p[1] * 1000) / 1000.0 + ")";
    }
}
