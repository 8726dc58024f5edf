package org.nabla.grading.form;

import java.math.BigInteger;
import org.nabla.math.Expression;
import org.nabla.math.Rational;

/** Whether a factor can be split further over the rational numbers, as far as a learner is asked to see it. */
final class Reducibility {

    private static final long LARGEST = 10_000;

    private Reducibility() {}

    /**
     * True for a common factor, a rational root, and a difference of two squares in two letters. Factors of degree four and
     * more without a root, and most in several letters, count as prime: a learner is not refused for them.
     */
    static boolean splits(Expression factor) {
        var polynomial = RationalPolynomial.of(factor);
        if (polynomial.isEmpty()) {
            return false;
        }
        return polynomial.get().hasCommonFactor()
                || polynomial
                        .get()
                        .coefficients()
                        .map(Reducibility::hasRoot)
                        .orElseGet(() -> isDifferenceOfSquares(polynomial.get()));
    }

    private static boolean isDifferenceOfSquares(RationalPolynomial p) {
        return p.terms().size() == 2
                && p.terms().values().stream().mapToInt(Rational::signum).sum() == 0
                && p.terms().values().stream().allMatch(c -> isSquare(c.abs()))
                && p.terms().keySet().stream()
                        .allMatch(powers -> powers.values().stream().allMatch(n -> n % 2 == 0));
    }

    private static boolean isSquare(Rational value) {
        return value.numerator().sqrtAndRemainder()[1].signum() == 0
                && value.denominator().sqrtAndRemainder()[1].signum() == 0;
    }

    /** By the rational root theorem: a numerator divides the last coefficient, a denominator the first. */
    private static boolean hasRoot(Rational[] coefficients) {
        if (coefficients.length < 3) {
            return false;
        }
        var common = BigInteger.ONE;
        for (var c : coefficients) {
            common = common.multiply(c.denominator()).divide(common.gcd(c.denominator()));
        }
        var scale = Rational.of(common);
        var last = coefficients[0].times(scale).numerator().abs();
        var first =
                coefficients[coefficients.length - 1].times(scale).numerator().abs();
        var limit = BigInteger.valueOf(LARGEST);
        if (last.signum() == 0) {
            return true;
        }
        if (last.compareTo(limit) > 0 || first.compareTo(limit) > 0) {
            return false;
        }
        for (var p = 1L; p <= last.longValueExact(); p++) {
            for (var q = 1L; q <= first.longValueExact() && last.longValueExact() % p == 0; q++) {
                if (first.longValueExact() % q == 0
                        && (vanishes(coefficients, Rational.of(p, q)) || vanishes(coefficients, Rational.of(-p, q)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean vanishes(Rational[] coefficients, Rational at) {
        var value = Rational.ZERO;
        for (var i = coefficients.length - 1; i >= 0; i--) {
            value = value.times(at).plus(coefficients[i]);
        }
        return value.isZero();
    }
}
