package org.nabla.math.equivalence;

import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Looks for a point at which a function is positive, uphill along the axes with steps that double and halve. */
final class Climb {

    private static final int MAX_STEPS = 400;
    private static final double FIRST_STEP = 8;
    private static final double LAST_STEP = 1e-7;

    private final SamplePoints points;
    private final ToDoubleFunction<double[]> height;

    /** @param height where the point is; NaN for no way */
    Climb(SamplePoints points, ToDoubleFunction<double[]> height) {
        this.points = points;
        this.height = height;
    }

    Optional<double[]> from(double[] start) {
        var best = start.clone();
        var top = height.applyAsDouble(best);
        var step = FIRST_STEP;
        for (var i = 0; i < MAX_STEPS && step > LAST_STEP && !(top > 0); i++) {
            var improved = false;
            for (var axis = 0; axis < 2 * best.length && !(top > 0); axis++) {
                var next = best.clone();
                next[axis / 2] += axis % 2 == 0 ? step : -step;
                var reached = points.contains(next) ? height.applyAsDouble(next) : Double.NaN;
                if (reached > top || (Double.isNaN(top) && !Double.isNaN(reached))) {
                    best = next;
                    top = reached;
                    improved = true;
                }
            }
            step *= improved ? 2 : 0.5;
        }
        return top > 0 ? Optional.of(best) : Optional.empty();
    }
}
