package org.nabla.math;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Quotient;

/** Between exact fractions and the nodes with which a person writes them. */
public final class Rationals {

    private static final int MOST_PLACES = 1_000;
    private static final int LARGEST_TRIAL_DIVISOR = 5_000;

    private Rationals() {}

    /** The value of a number written as digits, as a fraction of such, or as their negative. */
    public static Optional<Rational> of(Expression e) {
        return e.accept(VALUE);
    }

    private static final PartialVisitor<Optional<Rational>> VALUE = new PartialVisitor<>() {
        @Override
        public Optional<Rational> otherwise(Expression e) {
            return Optional.empty();
        }

        @Override
        public Optional<Rational> numeral(Numeral numeral) {
            return Optional.of(numeral.value());
        }

        @Override
        public Optional<Rational> decimal(Decimal decimal) {
            return Math.abs(decimal.value().scale()) < MOST_PLACES
                    ? Optional.of(Rational.of(decimal.value()))
                    : Optional.empty();
        }

        @Override
        public Optional<Rational> negation(Negation negation) {
            return of(negation.argument()).map(Rational::negate);
        }

        @Override
        public Optional<Rational> quotient(Quotient quotient) {
            var denominator = of(quotient.denominator());
            return denominator.isEmpty() || denominator.get().isZero()
                    ? Optional.empty()
                    : of(quotient.numerator()).map(n -> n.dividedBy(denominator.get()));
        }
    };

    /** Digits, a fraction of digits, or the negative of one. */
    public static Expression write(Rational value) {
        if (value.signum() < 0) {
            return new Negation(write(value.negate()));
        }
        return value.isInteger()
                ? new Numeral(value)
                : new Quotient(whole(value.numerator()), whole(value.denominator()));
    }

    public static Expression write(long value) {
        return write(Rational.of(value));
    }

    public static Expression whole(BigInteger value) {
        return new Numeral(Rational.of(value));
    }

    public static boolean isEvenInteger(Rational r) {
        return r.isInteger() && !r.numerator().testBit(0);
    }

    /** Whether the integer is small enough for an exponent of exact arithmetic. */
    public static boolean isSmall(Rational r) {
        return r.isInteger() && r.numerator().bitLength() <= 12;
    }

    public static Rational gcd(Rational a, Rational b) {
        return new Rational(
                a.numerator().multiply(b.denominator()).gcd(b.numerator().multiply(a.denominator())),
                a.denominator().multiply(b.denominator()));
    }

    public static BigInteger floor(Rational r) {
        var parts = r.numerator().divideAndRemainder(r.denominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** The prime factors of a positive integer with their powers; a large factor without small divisors counts as one. */
    public static Map<BigInteger, Integer> factors(BigInteger n) {
        var factors = new TreeMap<BigInteger, Integer>();
        for (var d = 2; d <= LARGEST_TRIAL_DIVISOR && !n.equals(BigInteger.ONE); d++) {
            var divisor = BigInteger.valueOf(d);
            if (n.bitLength() < 62 && (long) d * d > n.longValue()) {
                break;
            }
            for (var parts = n.divideAndRemainder(divisor);
                    parts[1].signum() == 0;
                    parts = n.divideAndRemainder(divisor)) {
                n = parts[0];
                factors.merge(divisor, 1, Integer::sum);
            }
        }
        if (!n.equals(BigInteger.ONE)) {
            var root = n.sqrt();
            if (root.multiply(root).equals(n)) {
                factors.merge(root, 2, Integer::sum);
            } else {
                factors.merge(n, 1, Integer::sum);
            }
        }
        return factors;
    }
}
