package org.nabla.exercise.contour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;

/** Which levels a picture shows. */
public final class ContourLevels {
    private static final int MOST = 8;

    /** Two lines so close, as a part of the step between levels, are one. */
    private static final double CLOSE = 0.06;

    private static final double SAME = 0.002;

    /** As far along a line as an extreme must reach to be one. */
    private static final int REACH = 4;

    private ContourLevels() {}

    /**
     * A level of a picture.
     *
     * @param round whether it is one of the round numbers in equal steps; another is there for a point or a curve
     */
    public record Level(double value, boolean round) {}

    /** Round numbers in equal steps strictly between the lowest and the highest value, and those that are asked for. */
    public static List<Level> of(double[] values, List<Double> asked) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        if (!(high > low)) {
            return List.of();
        }
        double step = step(low, high);
        var others = new TreeSet<Double>();
        asked.stream()
                .filter(v -> v >= low && v <= high)
                .filter(v -> others.stream().noneMatch(o -> Math.abs(o - v) < step * SAME))
                .forEach(others::add);
        var levels = new ArrayList<Level>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high; i++) {
            double round = i * step;
            others.removeIf(o -> Math.abs(o - round) < 1e-9 * step);
            if (round > low && others.stream().noneMatch(o -> Math.abs(o - round) < step * CLOSE)) {
                levels.add(new Level(round, true));
            }
        }
        others.forEach(o -> levels.add(new Level(o, false)));
        levels.sort(java.util.Comparator.comparingDouble(Level::value));
        return levels;
    }

    private static double step(double low, double high) {
        double rough = (high - low) / MOST;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double part = rough / power;
        return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    }

    /** The values that a function has where its level curves touch a line. */
    public static List<Double> touching(DoubleBinaryOperator function, List<double[]> line) {
        return touchingPoints(function, line).stream()
                .map(p -> function.applyAsDouble(p[0], p[1]))
                .toList();
    }

    /** Where a function is extreme along a line: there its level curves touch it. None where it is constant. */
    public static List<double[]> touchingPoints(DoubleBinaryOperator function, List<double[]> line) {
        int n = line.size();
        boolean closed = n > 2 && Arrays.equals(line.get(0), line.get(n - 1));
        int count = closed ? n - 1 : n;
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = function.applyAsDouble(line.get(i)[0], line.get(i)[1]);
        }
        double range = Arrays.stream(values).max().orElse(0)
                - Arrays.stream(values).min().orElse(0);
        double size = Arrays.stream(values).map(Math::abs).max().orElse(0);
        var found = new ArrayList<double[]>();
        for (int i = closed ? 0 : REACH; range > 1e-3 * size && i < (closed ? count : count - REACH); i++) {
            if (isExtreme(values, i, 1) || isExtreme(values, i, -1)) {
                found.add(line.get(i));
            }
        }
        return found;
    }

    private static boolean isExtreme(double[] values, int at, int sign) {
        int n = values.length;
        boolean best = n > 2 * REACH;
        for (int k = 1; k <= REACH && best; k++) {
            double before = values[Math.floorMod(at - k, n)];
            double after = values[Math.floorMod(at + k, n)];
            best = sign * (values[at] - before) >= 0 && sign * (values[at] - after) >= 0;
        }
        return best
                && sign * (values[at] - values[Math.floorMod(at - REACH, n)]) > 0
                && sign * (values[at] - values[Math.floorMod(at + REACH, n)]) > 0;
    }
}
