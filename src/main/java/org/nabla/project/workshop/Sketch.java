package org.nabla.project.workshop;

import java.util.List;
import java.util.Map;

/**
 * The geometry of one picture, without words: these are in the file, which also says after which step a layer appears.
 *
 * @param logX whether the horizontal axis is logarithmic; all x are positive then
 * @param logY whether the vertical axis is logarithmic; all y are positive then
 * @param equal whether one unit is as long on both axes, as for points of a plane
 * @param layers by the names that the file uses, the lowest first
 */
public record Sketch(boolean logX, boolean logY, boolean equal, Map<String, Layer> layers) {

    public Sketch {
        layers = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(layers));
    }

    /** How the numbers of a layer are drawn. */
    public enum Kind {
        /** Marks at (x, y); {@code z}, if given, is the class of each: 0, 1 or 2, shown by shape as well as by color. */
        POINTS,
        /** A line through (x, y) in order; a value that is not finite breaks it. */
        LINE,
        /** A line with a mark at each of its points: the path of a descent. */
        PATH,
        /** Bars at x of height y. */
        BARS,
        /** Level curves of z on the grid of x and y, at eight heights. */
        CONTOURS,
        /** The plane shaded by z from 0 to 1 on the grid of x and y, with the curve z = 0.5. */
        SHADE,
        /** A table of numbers, darker where larger: z, row by row, y.length rows of x.length cells. */
        CELLS
    }

    /**
     * One layer. For a grid, {@code z} holds y.length rows of x.length values, the row of y[0] first.
     *
     * @param z empty where the kind needs none
     */
    public record Layer(Kind kind, List<Double> x, List<Double> y, List<Double> z) {
        public Layer {
            x = List.copyOf(x);
            y = List.copyOf(y);
            z = List.copyOf(z);
        }

        public static Layer of(Kind kind, double[] x, double[] y, double... z) {
            return new Layer(kind, list(x), list(y), list(z));
        }

        private static List<Double> list(double[] values) {
            return java.util.Arrays.stream(values).boxed().toList();
        }
    }
}
