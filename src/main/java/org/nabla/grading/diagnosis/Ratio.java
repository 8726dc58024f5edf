package org.nabla.grading.diagnosis;

import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Rational;

/** A constant that a person would recognise, found from its decimal value: a fraction of small numbers, perhaps with π. */
public final class Ratio {

    private static final double CLOSE = 1e-10;
    private static final int LARGEST = 12;

    private Ratio() {}

    /** The quotient of two lists of values, where it is the same at all points at which both are defined. */
    public static Optional<Double> constant(double[] left, double[] right) {
        var ratio = Double.NaN;
        var seen = 0;
        for (var i = 0; i < left.length; i++) {
            if (!Double.isFinite(left[i]) || !Double.isFinite(right[i])) {
                continue;
            }
            var here = left[i] / right[i];
            if (!Double.isFinite(here) || here == 0 || seen > 0 && !near(here, ratio)) {
                return Optional.empty();
            }
            ratio = here;
            seen++;
        }
        return seen > 0 ? Optional.of(ratio) : Optional.empty();
    }

    public static boolean near(double left, double right) {
        return Math.abs(left - right) <= CLOSE * Math.max(Math.abs(left), Math.abs(right));
    }

    static Optional<Expression> recognise(double value) {
        return fraction(value)
                .or(() -> fraction(value / Math.PI).map(f -> new Product(List.of(f, Constant.PI))))
                .or(() -> fraction(value * Math.PI).map(f -> new Quotient(f, Constant.PI)));
    }

    /** Whether a person would guess it: a fraction of small whole numbers. */
    static boolean isSmallFraction(double value) {
        return fraction(value).isPresent();
    }

    private static Optional<Expression> fraction(double value) {
        for (var denominator = 1; denominator <= LARGEST; denominator++) {
            var numerator = Math.rint(value * denominator);
            if (numerator != 0 && Math.abs(numerator) <= LARGEST && near(value * denominator, numerator)) {
                var size = new Numeral(Rational.of((long) Math.abs(numerator), denominator));
                return Optional.of(numerator < 0 ? new Negation(size) : size);
            }
        }
        return Optional.empty();
    }
}
