package org.nabla.math.ball;

import java.math.BigInteger;
import java.util.Optional;

/**
 * The four operations, powers and roots on balls, to a given number of bits. An operation gives nothing where it is not
 * known whether there is a result, or where its size is beyond all use.
 */
public final class Arithmetic {

    /** Numbers of more than 2^(2^32) are given up. */
    static final long MAX_EXPONENT = 1L << 32;

    private static final int RADIUS_BITS = 32;

    private final int bits;

    /** @param bits how many leading bits of each result are kept */
    public Arithmetic(int bits) {
        this.bits = bits;
    }

    public int bits() {
        return bits;
    }

    /** Shortened to the precision, the radius grown by what was cut off. */
    Ball round(BigInteger middle, BigInteger radius, long exponent) {
        var excess = Math.max(middle.bitLength() - bits, radius.bitLength() - RADIUS_BITS);
        if (radius.signum() == 0 && middle.signum() != 0) {
            // Without trailing zeros an exact number has one form only, which keeps 1 recognisable.
            excess = Math.max(excess, middle.getLowestSetBit());
        }
        if (excess <= 0) {
            return new Ball(middle, radius, exponent);
        }
        var shifted = middle.shiftRight(excess);
        var lossless = radius.signum() == 0 && middle.getLowestSetBit() >= excess;
        var grown = lossless ? BigInteger.ZERO : radius.shiftRight(excess).add(BigInteger.TWO);
        return new Ball(shifted, grown, exponent + excess);
    }

    public Ball fraction(BigInteger numerator, BigInteger denominator) {
        return divide(Ball.exact(numerator, 0), Ball.exact(denominator, 0)).orElseThrow();
    }

    public Ball add(Ball a, Ball b) {
        if (a.isZero()) {
            return b;
        }
        if (b.isZero()) {
            return a;
        }
        var floor = Math.max(a.magnitude(), b.magnitude()) - bits - 8;
        var x = cut(a, floor);
        var y = cut(b, floor);
        var exponent = Math.min(x.exponent(), y.exponent());
        var left = (int) (x.exponent() - exponent);
        var right = (int) (y.exponent() - exponent);
        return round(
                x.middle().shiftLeft(left).add(y.middle().shiftLeft(right)),
                x.radius().shiftLeft(left).add(y.radius().shiftLeft(right)),
                exponent);
    }

    /** The same number without the bits below the exponent. */
    private static Ball cut(Ball a, long exponent) {
        if (a.exponent() >= exponent) {
            return a;
        }
        var excess = exponent - a.exponent();
        if (excess > a.middle().bitLength() + 64L && excess > a.radius().bitLength() + 64L) {
            return new Ball(BigInteger.ZERO, BigInteger.ONE, exponent);
        }
        var shift = (int) excess;
        if (a.isExact() && a.middle().getLowestSetBit() >= shift) {
            return Ball.exact(a.middle().shiftRight(shift), exponent);
        }
        return new Ball(
                a.middle().shiftRight(shift), a.radius().shiftRight(shift).add(BigInteger.TWO), exponent);
    }

    public Ball subtract(Ball a, Ball b) {
        return add(a, b.negate());
    }

    public Ball multiply(Ball a, Ball b) {
        var radius = a.isExact() && b.isExact()
                ? BigInteger.ZERO
                : a.middle()
                        .abs()
                        .multiply(b.radius())
                        .add(b.middle().abs().multiply(a.radius()))
                        .add(a.radius().multiply(b.radius()));
        return round(a.middle().multiply(b.middle()), radius, a.exponent() + b.exponent());
    }

    /** Nothing where the divisor may be zero. */
    public Optional<Ball> divide(Ball a, Ball b) {
        if (b.mayBeZero()) {
            return Optional.empty();
        }
        var shift = Math.max(0, bits + 4 + b.middle().bitLength() - a.middle().bitLength());
        var parts = a.middle().shiftLeft(shift).divideAndRemainder(b.middle());
        var exact = a.isExact() && b.isExact() && parts[1].signum() == 0;
        var radius = exact
                ? BigInteger.ZERO
                : a.radius()
                        .shiftLeft(shift)
                        .add(parts[0].abs().add(BigInteger.ONE).multiply(b.radius()))
                        .divide(b.middle().abs().subtract(b.radius()))
                        .add(BigInteger.TWO);
        return Optional.of(round(parts[0], radius, a.exponent() - b.exponent() - shift));
    }

    /** {@code a^n}; nothing for a negative power of what may be zero. */
    public Optional<Ball> power(Ball a, long n) {
        if (Math.abs(n) > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        var wider = new Arithmetic(bits + 40);
        var base = n % 2 == 0 ? a.abs() : a;
        var result = Ball.ONE;
        for (var k = Math.abs(n); k > 0; k >>= 1) {
            if ((k & 1) == 1) {
                result = wider.multiply(result, base);
            }
            if (k > 1) {
                base = wider.multiply(base, base);
            }
            if (isTooLarge(base) || isTooLarge(result)) {
                return Optional.empty();
            }
        }
        var rounded = round(result.middle(), result.radius(), result.exponent());
        return n < 0 ? divide(Ball.ONE, rounded) : Optional.of(rounded);
    }

    static boolean isTooLarge(Ball a) {
        return Math.abs(a.exponent()) > MAX_EXPONENT;
    }

    /** The n-th root of a number that is not negative; nothing where it may be. */
    public Optional<Ball> root(Ball a, int n) {
        if (!a.isNonnegative()) {
            return Optional.empty();
        }
        if (a.isZero()) {
            return Optional.of(Ball.ZERO);
        }
        if (!a.isExact()) {
            var low = root(a.low(), n).orElseThrow();
            var high = root(a.high(), n).orElseThrow();
            return Optional.of(hull(low, high));
        }
        var shift = Math.max(0L, (long) n * (bits + 2) - a.middle().bitLength());
        shift += Math.floorMod(a.exponent() - shift, (long) n);
        var scaled = a.middle().shiftLeft((int) shift);
        var root = n == 2 ? scaled.sqrt() : integerRoot(scaled, n);
        var exact = root.pow(n).equals(scaled);
        return Optional.of(
                round(root, exact ? BigInteger.ZERO : BigInteger.ONE, Math.floorDiv(a.exponent() - shift, (long) n)));
    }

    /** A ball around two. */
    public Ball hull(Ball a, Ball b) {
        return withError(a, subtract(a, b));
    }

    /** The ball with its radius grown by the size of the error. */
    public Ball withError(Ball a, Ball error) {
        var size = error.abs();
        return add(a, new Ball(BigInteger.ZERO, size.middle().abs().add(size.radius()), size.exponent()));
    }

    /** The floor of the n-th root, by Newton's iteration from above: from the root of the upper half of the digits. */
    private static BigInteger integerRoot(BigInteger a, int n) {
        var places = a.bitLength() / n;
        var half = places / 2;
        var root = places > 32
                ? integerRoot(a.shiftRight(n * half), n).add(BigInteger.ONE).shiftLeft(half)
                : BigInteger.ONE.shiftLeft(places + 1);
        var degree = BigInteger.valueOf(n);
        while (true) {
            var next = root.multiply(BigInteger.valueOf(n - 1L))
                    .add(a.divide(root.pow(n - 1)))
                    .divide(degree);
            if (next.compareTo(root) >= 0) {
                return root;
            }
            root = next;
        }
    }
}
