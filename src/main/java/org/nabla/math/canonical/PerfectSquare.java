package org.nabla.math.canonical;

import java.util.Optional;
import org.nabla.math.Rational;

/** The root of a sum that is the square of another: of x² + 2x + 1 it is x + 1. */
final class PerfectSquare {

    private static final int MOST_TERMS = 8;
    private static final Rational HALF = Rational.of(1, 2);

    private final Ring ring;

    PerfectSquare(Ring ring) {
        this.ring = ring;
    }

    /** The root term by term from the leading one, checked by squaring. */
    Optional<Polynomial> root(Polynomial square) {
        if (square.size() < 3 || square.size() > MOST_TERMS * MOST_TERMS) {
            return Optional.empty();
        }
        var leading = square.leading();
        var coefficient = root(square.terms().getOrDefault(leading, Rational.ZERO));
        if (coefficient.isEmpty() || !isWhole(leading.power(HALF))) {
            return Optional.empty();
        }
        var first = Polynomial.of(coefficient.get(), leading.power(HALF));
        var half = Polynomial.of(
                coefficient.get().times(Rational.of(2)).inverse(),
                leading.power(HALF).power(Rational.MINUS_ONE));
        var root = first;
        for (var i = 1; i < MOST_TERMS; i++) {
            var rest = square.minus(ring.multiply(root, root));
            if (rest.isZero()) {
                return Optional.of(root);
            }
            var next = rest.leading();
            root = root.plus(ring.multiply(Polynomial.of(rest.terms().getOrDefault(next, Rational.ZERO), next), half));
        }
        return Optional.empty();
    }

    private static boolean isWhole(PowerProduct monomial) {
        for (var i = 0; i < monomial.size(); i++) {
            if (!monomial.isWhole(i)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Rational> root(Rational value) {
        if (value.signum() <= 0) {
            return Optional.empty();
        }
        var top = value.numerator().sqrtAndRemainder();
        var bottom = value.denominator().sqrtAndRemainder();
        return top[1].signum() == 0 && bottom[1].signum() == 0
                ? Optional.of(new Rational(top[0], bottom[0]))
                : Optional.empty();
    }
}
