package org.nabla.exercise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** The level lines of a function in a window: marching squares on a grid, the pieces joined to lines. */
final class LevelLines {
    private static final int CELLS = 64;
    private static final int LEVELS = 9;

    private final double[] window;
    private final double[][] values = new double[CELLS + 1][CELLS + 1];

    LevelLines(DoubleBinaryOperator f, double[] window) {
        this.window = window.clone();
        for (int i = 0; i <= CELLS; i++) {
            for (int j = 0; j <= CELLS; j++) {
                values[i][j] = f.applyAsDouble(x(i), y(j));
            }
        }
    }

    private double x(double i) {
        return window[0] + (window[1] - window[0]) * i / CELLS;
    }

    private double y(double j) {
        return window[2] + (window[3] - window[2]) * j / CELLS;
    }

    /** Round numbers, evenly spaced over the middle nine tenths of the values. */
    double[] niceLevels() {
        var sorted = Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new double[0];
        }
        double low = sorted[sorted.length / 20];
        double high = sorted[sorted.length - 1 - sorted.length / 20];
        double rough = (high - low) / LEVELS;
        if (!(rough > 0)) {
            return new double[0];
        }
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
        var levels = new ArrayList<Double>();
        for (double k = Math.ceil(low / step); k * step <= high; k++) {
            levels.add(k * step);
        }
        return levels.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The lines on which the function has this value. */
    List<List<double[]>> at(double level) {
        var ends = new HashMap<Long, List<long[]>>();
        var points = new HashMap<Long, double[]>();
        for (int i = 0; i < CELLS; i++) {
            for (int j = 0; j < CELLS; j++) {
                cell(i, j, level, points).forEach(piece -> {
                    ends.computeIfAbsent(piece[0], k -> new ArrayList<>()).add(piece);
                    ends.computeIfAbsent(piece[1], k -> new ArrayList<>()).add(piece);
                });
            }
        }
        return join(ends, points);
    }

    /** The pieces within one cell, as pairs of the edges that they cross. */
    private List<long[]> cell(int i, int j, double level, Map<Long, double[]> points) {
        int[][] corners = {{i, j}, {i + 1, j}, {i + 1, j + 1}, {i, j + 1}};
        var crossed = new ArrayList<Long>();
        for (int k = 0; k < 4; k++) {
            var a = corners[k];
            var b = corners[(k + 1) % 4];
            double u = values[a[0]][a[1]] - level;
            double v = values[b[0]][b[1]] - level;
            if (!Double.isFinite(u) || !Double.isFinite(v)) {
                return List.of();
            }
            if (u >= 0 != v >= 0) {
                long edge = edge(a, b);
                double t = u / (u - v);
                points.putIfAbsent(edge, new double[] {x(a[0] + t * (b[0] - a[0])), y(a[1] + t * (b[1] - a[1]))});
                crossed.add(edge);
            }
        }
        var pieces = new ArrayList<long[]>();
        for (int k = 0; k + 1 < crossed.size(); k += 2) {
            pieces.add(new long[] {crossed.get(k), crossed.get(k + 1)});
        }
        return pieces;
    }

    private static long edge(int[] a, int[] b) {
        long x = Math.min(a[0], b[0]);
        long y = Math.min(a[1], b[1]);
        return (x * (CELLS + 1) + y) * 2 + (a[0] == b[0] ? 1 : 0);
    }

    private static List<List<double[]>> join(Map<Long, List<long[]>> ends, Map<Long, double[]> points) {
        var lines = new ArrayList<List<double[]>>();
        for (long start : ends.keySet().stream().sorted().toList()) {
            while (!at(ends, start).isEmpty()) {
                Deque<Long> edges = new ArrayDeque<>(List.of(start));
                follow(ends, start, edges, true);
                follow(ends, start, edges, false);
                lines.add(edges.stream().map(points::get).toList());
            }
        }
        return lines;
    }

    private static void follow(Map<Long, List<long[]>> ends, long start, Deque<Long> edges, boolean forwards) {
        long here = start;
        while (!at(ends, here).isEmpty()) {
            var piece = at(ends, here).remove(0);
            long there = piece[0] == here ? piece[1] : piece[0];
            at(ends, there).remove(piece);
            if (forwards) {
                edges.addLast(there);
            } else {
                edges.addFirst(there);
            }
            here = there;
        }
    }

    private static List<long[]> at(Map<Long, List<long[]>> ends, long edge) {
        return ends.computeIfAbsent(edge, k -> new ArrayList<>());
    }
}
