package org.nabla.grading.locus;

import java.util.List;
import java.util.Optional;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.realset.RealSet;
import org.nabla.math.Expression;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.value.Evaluator;

/** Whether a function of a parameter takes every real value. */
final class Coverage {

    private static final double[] TARGETS = {0, 1, -1, 0.37, -2.6, 7.3, -11, 53, -240, 1e3, -1e3};
    private static final int DECADES = 8;
    private static final int STEPS = 40;

    private Coverage() {}

    /** @param range where the parameter runs, everywhere unless it is given */
    static boolean ofLine(Expression value, String parameter, Optional<RealSet.Piece> range) {
        if (range.isPresent()
                && range.get().lower().isFinite()
                && range.get().upper().isFinite()
                && isLinear(value, parameter)) {
            return false;
        }
        if (range.isEmpty() && isLinear(value, parameter)) {
            return true;
        }
        var function = Evaluator.of(value, List.of(parameter));
        for (var target : TARGETS) {
            if (!reaches(function, target, range)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLinear(Expression value, String parameter) {
        try {
            var slope = Derivative.of(value, parameter);
            return Comparer.isNumber(slope) && !Trees.isZero(slope);
        } catch (UndifferentiableException noDerivative) {
            return false;
        }
    }

    /** Looks for the target from 10^−4 to 10^4 on both sides of zero, and between. */
    private static boolean reaches(Evaluator function, double target, Optional<RealSet.Piece> range) {
        var low = Double.NaN;
        var before = Double.NaN;
        for (var step = -DECADES * STEPS; step <= DECADES * STEPS; step++) {
            var size = Math.pow(10, Math.abs(step) / (double) STEPS - DECADES / 2.0);
            var here = step == 0 ? 0 : Math.signum(step) * size;
            var value = contains(range, here) ? function.at(here) - target : Double.NaN;
            if (value == 0 || before * value < 0 && crosses(function, target, low, here)) {
                return true;
            }
            low = here;
            before = value;
        }
        return false;
    }

    static boolean contains(Optional<RealSet.Piece> range, double value) {
        return range.map(piece -> (piece.lower().closed()
                                ? value >= piece.lower().value()
                                : value > piece.lower().value())
                        && (piece.upper().closed()
                                ? value <= piece.upper().value()
                                : value < piece.upper().value()))
                .orElse(true);
    }

    /** A change of sign is a crossing unless it is a pole. */
    private static boolean crosses(Evaluator function, double target, double from, double to) {
        var low = from;
        var high = to;
        var below = function.at(low) - target;
        for (var i = 0; i < 200; i++) {
            var middle = (low + high) / 2;
            var value = function.at(middle) - target;
            if (value * below > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.abs(function.at(low) - target) <= 1e-6 * Math.max(1, Math.abs(target));
    }
}
