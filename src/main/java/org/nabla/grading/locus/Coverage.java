package org.nabla.grading.locus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.realset.RealSet;
import org.nabla.math.Expression;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.value.Evaluator;

/** Whether a function of a parameter takes every real value. */
final class Coverage {

    private static final double[] TARGETS = {0, 1, -1, 0.37, -2.6, 7.3, -11, 53, 500, -500};
    /** Between two ends that belong to the range only a pole leads so far. */
    private static final double[] BEYOND = {1e7, -1e7};

    private static final int DECADES = 8;
    private static final int STEPS = 40;
    /** Further out a value may be met by rounding alone, as 1 + 1/t is 1. */
    private static final double ROUNDED = 1e8;
    /** So often a distance of one can be halved before doubles end. */
    private static final int HALVINGS = 52;

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
        var closed =
                range.filter(piece -> piece.lower().closed() && piece.upper().closed());
        var targets = DoubleStream.concat(
                Arrays.stream(TARGETS), closed.isPresent() ? Arrays.stream(BEYOND) : DoubleStream.empty());
        return targets.allMatch(target -> reaches(function, target, range));
    }

    private static boolean isLinear(Expression value, String parameter) {
        try {
            var slope = Derivative.of(value, parameter);
            return Comparer.isNumber(slope) && !Trees.isZero(slope);
        } catch (UndifferentiableException noDerivative) {
            return false;
        }
    }

    /** Looks for the target all over the range: towards a finite end in shrinking steps, towards infinity in growing ones. */
    private static boolean reaches(Evaluator function, double target, Optional<RealSet.Piece> range) {
        var low = Double.NaN;
        var before = Double.NaN;
        for (var here : places(range)) {
            var value = function.at(here) - target;
            if (value == 0 && Math.abs(here) < ROUNDED || before * value < 0 && crosses(function, target, low, here)) {
                return true;
            }
            low = here;
            before = value;
        }
        return false;
    }

    private static List<Double> places(Optional<RealSet.Piece> range) {
        var places = new TreeSet<Double>();
        for (var step = -DECADES * STEPS; step <= DECADES * STEPS; step++) {
            var size = Math.pow(10, Math.abs(step) / (double) STEPS - DECADES / 2.0);
            places.add(step == 0 ? 0 : Math.signum(step) * size);
        }
        for (var decade = -300; decade <= 300; decade += 4) {
            places.add(Math.pow(10, decade));
            places.add(-Math.pow(10, decade));
        }
        range.ifPresent(piece -> {
            for (var end : List.of(piece.lower().value(), piece.upper().value())) {
                for (var halving = 0; halving < HALVINGS && Double.isFinite(end); halving++) {
                    places.add(end + Math.pow(2, -halving));
                    places.add(end - Math.pow(2, -halving));
                }
            }
        });
        return places.stream().filter(place -> contains(range, place)).toList();
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
