package org.nabla.math.canonical;

import java.math.BigInteger;
import java.util.Optional;
import org.nabla.math.Rational;

/** Roots of a + b√d that are again of this form, or a sum of two square roots: √(3 + 2√2) is 1 + √2, √(5 + 2√6) is √2 + √3. */
final class Denesting {

    private static final int MAX_DEGREE = 60;
    private static final int[] DENOMINATORS = {1, 2, 3, 4, 6, 10, 12};
    private static final Rational TWO = Rational.of(2);
    private static final Rational HALF = Rational.of(1, 2);

    private final Ring ring;

    Denesting(Ring ring) {
        this.ring = ring;
    }

    /** The real root, for an even degree the positive one. */
    Optional<Polynomial> root(Polynomial number, BigInteger degree) {
        if (number.size() != 2 || degree.bitLength() > 6 || degree.intValue() > MAX_DEGREE) {
            return Optional.empty();
        }
        var a = number.constant();
        var radical = number.minus(Polynomial.of(a));
        if (a.isZero() || !radical.isTerm()) {
            return Optional.empty();
        }
        var square = ring.multiply(radical, radical);
        if (!square.isConstant() || square.constant().signum() <= 0) {
            return Optional.empty();
        }
        var n = degree.intValue();
        // √(b²d) with the sign of b: the radical is the positive root times the coefficient.
        var height =
                radical.coefficient().signum() * Math.sqrt(square.constant().toDouble());
        var unit = Polynomial.of(radical.monomial());
        var size = height / radical.coefficient().toDouble();
        var value = a.toDouble() + height;
        var norm = a.times(a).minus(square.constant());
        if (!Double.isFinite(value) || value == 0 || norm.isZero() || value < 0 && n % 2 == 0) {
            return Optional.empty();
        }
        var sameForm = sameForm(number, unit, size, new double[] {value, norm.toDouble()}, n);
        return sameForm.isEmpty() && n == 2 ? twoRoots(a, radical, norm, height) : sameForm;
    }

    /** @param valueAndNorm of the number in doubles */
    private Optional<Polynomial> sameForm(
            Polynomial number, Polynomial unit, double height, double[] valueAndNorm, int n) {
        var value = valueAndNorm[0];
        var root = Math.copySign(Math.pow(Math.abs(value), 1.0 / n), value);
        var other = Math.pow(Math.abs(valueAndNorm[1] / value), 1.0 / n);
        for (var conjugate : new double[] {other, -other}) {
            var whole = recognise((root + conjugate) / 2);
            var part = recognise((root - conjugate) / 2 / height);
            if (whole.isPresent() && part.isPresent()) {
                var candidate = Polynomial.of(whole.get()).plus(unit.times(part.get()));
                if (ring.power(candidate, n).equals(number)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    /** √(a ± √c) = √u ± √v with u and v = (a ± √(a² − c))/2. */
    private Optional<Polynomial> twoRoots(Rational a, Polynomial radical, Rational norm, double height) {
        if (a.signum() <= 0 || norm.signum() < 0) {
            return Optional.empty();
        }
        var top = norm.numerator().sqrtAndRemainder();
        var bottom = norm.denominator().sqrtAndRemainder();
        if (top[1].signum() != 0 || bottom[1].signum() != 0) {
            return Optional.empty();
        }
        var inner = new Rational(top[0], bottom[0]);
        var larger = ring.power(Polynomial.of(a.plus(inner).times(HALF)), HALF);
        var smaller = ring.power(Polynomial.of(a.minus(inner).times(HALF)), HALF);
        var sum = height > 0 ? larger.plus(smaller) : larger.minus(smaller);
        var twice = ring.multiply(larger, smaller).times(height > 0 ? TWO : TWO.negate());
        return twice.equals(radical) ? Optional.of(sum) : Optional.empty();
    }

    private static Optional<Rational> recognise(double value) {
        for (var denominator : DENOMINATORS) {
            var numerator = Math.rint(value * denominator);
            if (Math.abs(value * denominator - numerator) < 1e-7 && Math.abs(numerator) < 1e9) {
                return Optional.of(Rational.of((long) numerator, denominator));
            }
        }
        return Optional.empty();
    }
}
