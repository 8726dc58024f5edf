package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Whether drawn lines are where a function has its level, all of them and nothing else, as far as an eye can tell. Shares nothing
 * with the way in which they were found. Distances are parts of the window.
 */
final class LineTruth {

    /** A pixel and a half. */
    private static final double OFF = 0.006;

    /** Three pixels. */
    private static final double MISSING = 0.012;

    private static final int PROBES = 41;
    private static final int AROUND = 16;
    private static final int RINGS = 3;

    private final DoubleBinaryOperator function;
    private final double level;
    private final double[] window;

    LineTruth(DoubleBinaryOperator function, double level, double[] window) {
        this.function = function;
        this.level = level;
        this.window = window;
    }

    List<String> problems(List<List<double[]>> lines) {
        var problems = new ArrayList<String>();
        for (var line : lines) {
            for (int i = 1; i < line.size(); i++) {
                piece(line.get(i - 1), line.get(i), problems);
            }
        }
        probe(lines, problems);
        return problems.size() > 2 ? problems.subList(0, 2) : problems;
    }

    /** What is drawn is there: at its ends and between. */
    private void piece(double[] from, double[] to, List<String> problems) {
        for (int quarter = 0; quarter < 4; quarter++) {
            var p = between(from, to, quarter / 4.0);
            if (!takenAbout(p, OFF)) {
                problems.add("is drawn at " + text(p) + ", where the function has another value");
                return;
            }
        }
        boolean jumps = true;
        for (int quarter = 1; quarter < 4 && jumps; quarter++) {
            jumps = size(between(from, to, quarter / 4.0), OFF / 100)
                    > 0.3 * size(between(from, to, quarter / 4.0), OFF);
        }
        if (jumps && distance(from, to) > OFF) {
            problems.add("is drawn at " + text(between(from, to, 0.5)) + ", where the function jumps");
        }
    }

    /** Whether the function goes from below the level to above it so close to the point. */
    private boolean takenAbout(double[] p, double radius) {
        return takenAbout(p, radius, RINGS, AROUND) || takenAbout(p, radius, 4 * RINGS, 4 * AROUND);
    }

    private boolean takenAbout(double[] p, double radius, int rings, int points) {
        boolean above = false;
        boolean below = false;
        for (int ring = 0; ring < rings && !(above && below); ring++) {
            for (int i = 0; i < points && !(above && below); i++) {
                double value = around(p, radius * (rings - ring) / rings, i, points);
                above |= value >= level - 1e-9 * Math.abs(level);
                below |= value <= level + 1e-9 * Math.abs(level);
            }
        }
        return above && below;
    }

    /** The same for a point where the function may be extreme: there it has its value, and near it none beyond. */
    boolean isCrossedAbout(double[] p, double radius) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int i = 0; i < AROUND; i++) {
            double value = around(p, radius, i, AROUND);
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double least = 0.02 * (high - low);
        return low < level - least && high > level + least;
    }

    private double size(double[] p, double radius) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int i = 0; i < AROUND; i++) {
            double value = around(p, radius, i, AROUND);
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low;
    }

    /** Opposite points follow each other: where one is above, the other is likely below. */
    private double around(double[] p, double r, int i, int points) {
        double angle = 2 * Math.PI * (i % 2 * 0.5 + (i / 2 + 0.3) / points);
        return function.applyAsDouble(
                p[0] + r * Math.cos(angle) * (window[1] - window[0]),
                p[1] + r * Math.sin(angle) * (window[3] - window[2]));
    }

    /** What is there is drawn: wherever the level is crossed between two neighbors of a coarse grid. */
    private void probe(List<List<double[]>> lines, List<String> problems) {
        for (int i = 0; i < PROBES; i++) {
            for (int j = 0; j < PROBES; j++) {
                crossed(probe(i, j), probe(i + 1, j), lines, problems);
                crossed(probe(i, j), probe(i, j + 1), lines, problems);
            }
        }
    }

    private double[] probe(int i, int j) {
        return new double[] {
            window[0] + (window[1] - window[0]) * (i + 0.137) / (PROBES + 0.4),
            window[2] + (window[3] - window[2]) * (j + 0.211) / (PROBES + 0.4)
        };
    }

    private void crossed(double[] a, double[] b, List<List<double[]>> lines, List<String> problems) {
        double atA = at(a) - level;
        double atB = at(b) - level;
        if (!Double.isFinite(atA) || !Double.isFinite(atB) || atA >= 0 == atB >= 0) {
            return;
        }
        double first = Math.abs(atA - atB);
        var low = a;
        var high = b;
        for (int i = 0; i < 24; i++) {
            var middle = between(low, high, 0.5);
            double value = at(middle) - level;
            if (!Double.isFinite(value)) {
                return;
            }
            if (value >= 0 == atA >= 0) {
                low = middle;
                atA = value;
            } else {
                high = middle;
                atB = value;
            }
        }
        boolean jumps = Math.abs(atA - atB) > 0.05 * first;
        var p = low;
        if (!jumps && !isNear(p, lines, window, MISSING)) {
            problems.add("is missing at " + text(p));
        }
    }

    private double at(double[] p) {
        return function.applyAsDouble(p[0], p[1]);
    }

    private double distance(double[] a, double[] b) {
        return Math.hypot((a[0] - b[0]) / (window[1] - window[0]), (a[1] - b[1]) / (window[3] - window[2]));
    }

    /** Whether one of the lines passes so close. */
    static boolean isNear(double[] p, List<List<double[]>> lines, double[] window, double reach) {
        double across = reach * (window[1] - window[0]);
        for (var line : lines) {
            for (int i = 1; i < line.size(); i++) {
                double left = Math.min(line.get(i)[0], line.get(i - 1)[0]);
                double right = Math.max(line.get(i)[0], line.get(i - 1)[0]);
                if (p[0] >= left - across
                        && p[0] <= right + across
                        && distance(p, line.get(i - 1), line.get(i), window) < reach) {
                    return true;
                }
            }
        }
        return false;
    }

    /** From a point to a piece of a straight line. */
    private static double distance(double[] p, double[] from, double[] to, double[] window) {
        double dx = (to[0] - from[0]) / (window[1] - window[0]);
        double dy = (to[1] - from[1]) / (window[3] - window[2]);
        double px = (p[0] - from[0]) / (window[1] - window[0]);
        double py = (p[1] - from[1]) / (window[3] - window[2]);
        double square = dx * dx + dy * dy;
        double part = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
        return Math.hypot(px - part * dx, py - part * dy);
    }

    private static double[] between(double[] a, double[] b, double part) {
        return new double[] {a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])};
    }

    private static String text(double[] p) {
        return "(" + Math.round(p[0] * 1000) / 1000.0 + ", " + Math.round(p[1] * 1000) / 1000.0 + ")";
    }
}
