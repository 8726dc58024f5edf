package org.nabla.exercise.numeric;

import java.util.function.DoubleFunction;

/** Limits in doubles: values at steps that halve, followed to the limit by polynomials (Richardson, Neville). */
public final class Extrapolation {
    private static final int STEPS = 12;
    private static final double FIRST = 0.125;

    private Extrapolation() {}

    /** The limit from both sides where both exist and agree, from above where there is only that; NaN entries otherwise. */
    public static Numeric limit(DoubleFunction<Numeric> f, double target) {
        if (Double.isInfinite(target)) {
            return oneSided(h -> f.apply(Math.signum(target) / h));
        }
        var above = oneSided(h -> f.apply(target + h));
        var below = oneSided(h -> f.apply(target - h));
        if (!below.isFinite()) {
            return above;
        }
        return !above.isFinite() || above.agrees(below, 1e-5) ? below : above.times(Double.NaN);
    }

    /** The limit as h goes to 0 from above. */
    static Numeric oneSided(DoubleFunction<Numeric> f) {
        var table = new Numeric[STEPS];
        var best = f.apply(FIRST).times(Double.NaN);
        double least = Double.POSITIVE_INFINITY;
        double h = FIRST;
        for (int i = 0; i < STEPS; i++, h /= 2) {
            var previous = table.clone();
            table[0] = f.apply(h);
            for (int k = 1; k <= i; k++) {
                double factor = 1 / (Math.pow(2, k) - 1);
                table[k] = table[k - 1].plus(table[k - 1].minus(previous[k - 1]).times(factor));
                double error = Math.max(distance(table[k], table[k - 1]), distance(table[k], previous[k - 1]));
                if (error < least) {
                    least = error;
                    best = table[k];
                }
            }
        }
        return best;
    }

    private static double distance(Numeric a, Numeric b) {
        double largest = 0;
        for (double entry : a.minus(b).entries()) {
            largest = Double.isNaN(entry) ? Double.POSITIVE_INFINITY : Math.max(largest, Math.abs(entry));
        }
        return largest;
    }
}
