package org.nabla.exercise.space;

import java.util.List;

/**
 * The part of space that a figure shows.
 *
 * @param low the least coordinates
 * @param high the greatest
 */
public record Box(double[] low, double[] high) {

    /** @param window x from, x to, y from, y to, z from, z to */
    public static Box of(double[] window) {
        return new Box(new double[] {window[0], window[2], window[4]}, new double[] {window[1], window[3], window[5]});
    }

    public double side(int axis) {
        return high[axis] - low[axis];
    }

    /** The coordinate in parts of the box: 0 on the low side, 1 on the high one. */
    public double part(double[] p, int axis) {
        return (p[axis] - low[axis]) / side(axis);
    }

    /** @param margin how far outside still counts, in parts of a side */
    public boolean contains(double[] p, double margin) {
        for (int i = 0; i < 3; i++) {
            double part = part(p, i);
            if (!(part >= -margin && part <= 1 + margin)) {
                return false;
            }
        }
        return true;
    }

    /** How far apart two points are, each coordinate in parts of its side. */
    public double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double d = (a[i] - b[i]) / side(i);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    /** The piece of the line through a point that is inside, as its ends; none where it passes by. */
    public List<double[]> cut(double[] p, double[] along) {
        double from = Double.NEGATIVE_INFINITY;
        double to = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            if (along[i] == 0) {
                if (p[i] < low[i] || p[i] > high[i]) {
                    return List.of();
                }
                continue;
            }
            double a = (low[i] - p[i]) / along[i];
            double b = (high[i] - p[i]) / along[i];
            from = Math.max(from, Math.min(a, b));
            to = Math.min(to, Math.max(a, b));
        }
        return from < to && Double.isFinite(to - from)
                ? List.of(Triples.plus(p, along, from), Triples.plus(p, along, to))
                : List.of();
    }
}
