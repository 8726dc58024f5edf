package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.contour.ContourLevels;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.numeric.Difference;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.exercise.reading.FigureReader;
import org.nabla.exercise.template.FigurePlan;
import org.nabla.exercise.template.Formula;
import org.nabla.figure.FigureFields;

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
        this.window = FigureFields.of(figure.data()).at("window").numbers();
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
        var layers = FigureFields.of(figure.data()).at("layers").list();
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

    private void layer(FigurePlan.Layer layer, FigureFields data) {
        switch (layer.type()) {
            case CURVE ->
                truth(function(layer), 0, lines(data))
                        .forEach(p -> problems.add(
                                "the curve " + layer.formulas().get(0).text() + " " + p));
            case POINT -> inside("the point", data.at("at").numbers());
            case POLYGON -> data.at("corners").stream().forEach(corner -> inside("the corner", corner.numbers()));
            case ARROW -> arrow(data.at("from").numbers(), data.at("to").numbers());
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

    private void contour(FigurePlan.Layer layer, FigureFields data, List<FigureFields> layers) {
        var function = function(layer);
        var all = new ArrayList<List<double[]>>();
        for (var curve : data.at("curves").list()) {
            double level = curve.at("level").number();
            if (Double.isNaN(level)) {
                continue;
            }
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
                through(function, layers.get(i).at("at").numbers(), all);
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
        for (double[] p : ContourLevels.touchingPoints(function, dense(line))) {
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
        var inserted = work.scope().insert(formula);
        var e = Difference.ofSides(inserted).orElse(inserted);
        return new Numerics().function(e, axes.get(0), axes.get(1));
    }

    private double away(double[] a, double[] b) {
        return Math.hypot((a[0] - b[0]) / (window[1] - window[0]), (a[1] - b[1]) / (window[3] - window[2]));
    }

    private static List<List<double[]>> lines(FigureFields data) {
        return data.at("lines").stream()
                .map(line -> line.stream().map(FigureFields::numbers).toList())
                .toList();
    }

    private static String text(double[] p) {
        return "(" + Math.round(p[0] * 1000) / 1000.0 + ", " + Math.round(p[1] * 1000) / 1000.0 + ")";
    }
}
