package org.nabla.exercise.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * Integrals in doubles: Gauss and Kronrod's 7 and 15 points where they agree, as for all that is smooth; otherwise the
 * tanh-sinh rule, which is at ease with singular ends; where that does not settle either, as at a kink, ever smaller pieces.
 */
final class QuickIntegral {
    private static final int LEVELS = 7;
    private static final int DEPTH = 24;
    private static final double REACH = 3.6;
    private static final double TOLERANCE = 1e-10;

    private static final double[] NODES = {
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
        0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
        0.586087235467691130294144691693053, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245, 0
    };
    private static final double[] KRONROD = {
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
        0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
        0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714
    };
    private static final double[] GAUSS = {
        0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
        0.381830050505118944950369775488975, 0.417959183673469387755102040816327
    };

    private QuickIntegral() {}

    static double integrate(DoubleUnaryOperator f, double from, double to) {
        if (Double.isInfinite(from) || Double.isInfinite(to)) {
            return unbounded(f, from, to);
        }
        if (from == to) {
            return 0;
        }
        var whole = kronrod(f, from, to);
        if (whole.error() <= TOLERANCE * Math.max(1, Math.abs(whole.value()))) {
            return whole.value();
        }
        double refined = tanhSinh(f, (from + to) / 2, (to - from) / 2);
        return Double.isNaN(refined) ? bisected(f, from, to, DEPTH) : refined;
    }

    /** A value, with the difference between the two rules. */
    private record Estimate(double value, double error) {}

    private static Estimate kronrod(DoubleUnaryOperator f, double from, double to) {
        double middle = (from + to) / 2;
        double half = (to - from) / 2;
        double kronrod = KRONROD[7] * f.applyAsDouble(middle);
        double gauss = GAUSS[3] * f.applyAsDouble(middle);
        for (int i = 0; i < 7; i++) {
            double pair = f.applyAsDouble(middle + half * NODES[i]) + f.applyAsDouble(middle - half * NODES[i]);
            kronrod += KRONROD[i] * pair;
            gauss += i % 2 == 1 ? GAUSS[i / 2] * pair : 0;
        }
        double error = Math.abs((kronrod - gauss) * half);
        return new Estimate(kronrod * half, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
    }

    /** Halves the interval until the rules agree: for kinks, around which ever less is left. */
    private static double bisected(DoubleUnaryOperator f, double from, double to, int depth) {
        var estimate = kronrod(f, from, to);
        if (depth == 0 || estimate.error() <= TOLERANCE * Math.max(1e-3, Math.abs(estimate.value()))) {
            return estimate.value();
        }
        double middle = (from + to) / 2;
        return bisected(f, from, middle, depth - 1) + bisected(f, middle, to, depth - 1);
    }

    /** NaN where the levels do not come to agree. */
    private static double tanhSinh(DoubleUnaryOperator f, double middle, double half) {
        double step = 0.5;
        double sum = Math.PI / 2 * f.applyAsDouble(middle);
        sum += row(f, middle, half, step, step);
        double previous = Double.NaN;
        double value = sum * step * half;
        for (int level = 1; level < LEVELS; level++) {
            if (Math.abs(value - previous) <= TOLERANCE * Math.max(1, Math.abs(value))) {
                return value;
            }
            previous = value;
            step /= 2;
            sum += row(f, middle, half, step, 2 * step);
            value = sum * step * half;
        }
        return Double.NaN;
    }

    private static double row(DoubleUnaryOperator f, double middle, double half, double first, double step) {
        double sum = 0;
        for (double t = first; t <= REACH; t += step) {
            double u = Math.PI / 2 * Math.sinh(t);
            double weight = Math.PI / 2 * Math.cosh(t) / (Math.cosh(u) * Math.cosh(u));
            double x = half * Math.tanh(u);
            sum += weight * (finite(f.applyAsDouble(middle + x)) + finite(f.applyAsDouble(middle - x)));
        }
        return sum;
    }

    /** A singular end counts for nothing: its weight is too small to matter. */
    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    /** By x = t/(1 − t²) on (−1, 1), or by x = a ± s/(1 − s) on (0, 1). */
    private static double unbounded(DoubleUnaryOperator f, double from, double to) {
        if (from > to) {
            return -unbounded(f, to, from);
        }
        if (Double.isInfinite(from) && Double.isInfinite(to)) {
            return integrate(
                    t -> finite(f.applyAsDouble(t / (1 - t * t)) * (1 + t * t) / ((1 - t * t) * (1 - t * t))), -1, 1);
        }
        double end = Double.isInfinite(to) ? from : to;
        double sign = Double.isInfinite(to) ? 1 : -1;
        return integrate(s -> finite(f.applyAsDouble(end + sign * s / (1 - s)) / ((1 - s) * (1 - s))), 0, 1);
    }
}
