package org.nabla.project.workshop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.nabla.project.workshop.Sketch.Kind;
import org.nabla.project.workshop.Sketch.Layer;

/** Collects the layers of one sketch. */
final class SketchLayers {
    private static final int GRID = 41;

    private final Map<String, Layer> layers = new LinkedHashMap<>();

    /** Evenly spaced, both ends included. */
    static double[] range(double from, double to, int count) {
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = from + (to - from) * i / (count - 1);
        }
        return values;
    }

    /** 0, 1, 2 and so on. */
    static double[] steps(int count) {
        return range(0, count - 1, count);
    }

    static double[] column(double[][] rows, int j) {
        var values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = rows[i][j];
        }
        return values;
    }

    SketchLayers points(String name, double[] x, double[] y, double... classes) {
        layers.put(name, Layer.of(Kind.POINTS, x, y, classes));
        return this;
    }

    SketchLayers point(String name, double x, double y) {
        return points(name, new double[] {x}, new double[] {y});
    }

    SketchLayers line(String name, double[] x, double[] y) {
        layers.put(name, Layer.of(Kind.LINE, x, y));
        return this;
    }

    SketchLayers curve(String name, double from, double to, DoubleUnaryOperator f) {
        var x = range(from, to, 121);
        var y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = f.applyAsDouble(x[i]);
        }
        return line(name, x, y);
    }

    /** A value for each step, the start first. */
    SketchLayers trace(String name, double[] values) {
        return line(name, steps(values.length), values);
    }

    /** The places of a descent, one row each. */
    SketchLayers path(String name, double[][] places) {
        layers.put(name, Layer.of(Kind.PATH, column(places, 0), column(places, 1)));
        return this;
    }

    SketchLayers bars(String name, double[] x, double[] heights) {
        layers.put(name, Layer.of(Kind.BARS, x, heights));
        return this;
    }

    SketchLayers contours(String name, double[] x, double[] y, DoubleBinaryOperator f) {
        return grid(name, Kind.CONTOURS, x, y, f);
    }

    SketchLayers shade(String name, double[] x, double[] y, DoubleBinaryOperator f) {
        return grid(name, Kind.SHADE, x, y, f);
    }

    SketchLayers cells(String name, double[][] table) {
        layers.put(name, Layer.of(Kind.CELLS, steps(table[0].length), steps(table.length), Dense.flat(table)));
        return this;
    }

    private SketchLayers grid(String name, Kind kind, double[] x, double[] y, DoubleBinaryOperator f) {
        var across = range(x[0], x[1], GRID);
        var upward = range(y[0], y[1], GRID);
        var z = new double[GRID * GRID];
        for (int i = 0; i < GRID; i++) {
            for (int j = 0; j < GRID; j++) {
                z[i * GRID + j] = f.applyAsDouble(across[j], upward[i]);
            }
        }
        layers.put(name, Layer.of(kind, across, upward, z));
        return this;
    }

    /** A plain plot. */
    Sketch plot() {
        return new Sketch(false, false, false, layers);
    }

    /** With a logarithmic vertical axis. */
    Sketch logPlot() {
        return new Sketch(false, true, false, layers);
    }

    /** With a logarithmic horizontal axis. */
    Sketch logXPlot() {
        return new Sketch(true, false, false, layers);
    }

    /** A plane, in which one unit is as long on both axes. */
    Sketch plane() {
        return new Sketch(false, false, true, layers);
    }
}
