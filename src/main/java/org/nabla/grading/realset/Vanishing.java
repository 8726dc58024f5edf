package org.nabla.grading.realset;

import java.util.List;
import org.nabla.math.Expression;
import org.nabla.math.value.Evaluator;

/** Whether a function is zero at a point that is itself known to nearly full precision only. */
public final class Vanishing {

    private static final double NEARBY = 1e-2;
    private static final double SMALL = 1e-8;

    private final Evaluator function;

    public Vanishing(Expression function, List<String> names) {
        this.function = Evaluator.of(function, names);
    }

    /** False also where it is not defined. */
    public boolean at(double... point) {
        var value = function.at(point);
        if (value == 0) {
            return true;
        }
        return Double.isFinite(value) && Math.abs(value) <= SMALL * scale(point);
    }

    /** How large its values are nearby. */
    private double scale(double[] point) {
        var scale = 0.0;
        for (var i = 0; i < point.length; i++) {
            for (var step : new double[] {NEARBY, -NEARBY}) {
                var near = point.clone();
                near[i] += step * Math.max(1, Math.abs(point[i]));
                var value = Math.abs(function.at(near));
                scale = Double.isFinite(value) ? Math.max(scale, value) : scale;
            }
        }
        return scale;
    }
}
