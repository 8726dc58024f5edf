package org.nabla.math.ball;

import java.math.BigInteger;

/**
 * A real number known to lie in {@code (middle ± radius)·2^exponent}. A radius of zero means an exact number. Every
 * operation of {@link Arithmetic} encloses the true result.
 *
 * @param radius never negative
 */
public record Ball(BigInteger middle, BigInteger radius, long exponent) {

    public static final Ball ZERO = exact(BigInteger.ZERO, 0);
    public static final Ball ONE = exact(BigInteger.ONE, 0);

    static Ball exact(BigInteger middle, long exponent) {
        return new Ball(middle, BigInteger.ZERO, exponent);
    }

    public static Ball of(long value) {
        return exact(BigInteger.valueOf(value), 0);
    }

    /** The number that the double is, exactly. */
    public static Ball of(double value) {
        if (value == 0) {
            return ZERO;
        }
        var exponent = Math.getExponent(value) - 52;
        var mantissa = BigInteger.valueOf((long) Math.scalb(value, -exponent));
        var zeros = mantissa.getLowestSetBit();
        return exact(mantissa.shiftRight(zeros), (long) exponent + zeros);
    }

    public boolean isExact() {
        return radius.signum() == 0;
    }

    /** Whether the number is surely zero. */
    public boolean isZero() {
        return middle.signum() == 0 && radius.signum() == 0;
    }

    public boolean mayBeZero() {
        return middle.abs().compareTo(radius) <= 0;
    }

    public boolean isPositive() {
        return middle.compareTo(radius) > 0;
    }

    public boolean isNegative() {
        return negate().isPositive();
    }

    public boolean isNonnegative() {
        return middle.compareTo(radius) >= 0;
    }

    public Ball negate() {
        return new Ball(middle.negate(), radius, exponent);
    }

    public Ball abs() {
        if (isNonnegative()) {
            return this;
        }
        if (middle.signum() < 0 && negate().isNonnegative()) {
            return negate();
        }
        var top = middle.abs().add(radius);
        return new Ball(top, top, exponent - 1);
    }

    /** The number times 2 to the power of n. */
    public Ball scale(long n) {
        return new Ball(middle, radius, exponent + n);
    }

    /** The exponent e such that the number is surely below 2^e in size; {@code Long.MIN_VALUE / 4} for zero. */
    public long magnitude() {
        var bits = middle.abs().add(radius).bitLength();
        return bits == 0 ? Long.MIN_VALUE / 4 : exponent + bits;
    }

    /** The exponent e such that the error is surely below 2^e; {@code Long.MIN_VALUE / 4} where there is none. */
    public long errorMagnitude() {
        return isExact() ? Long.MIN_VALUE / 4 : exponent + radius.bitLength();
    }

    /** The lower end, exactly. */
    public Ball low() {
        return exact(middle.subtract(radius), exponent);
    }

    /** The upper end, exactly. */
    public Ball high() {
        return exact(middle.add(radius), exponent);
    }

    /** The nearest double to the middle. */
    public double toDouble() {
        var excess = Math.max(0, middle.bitLength() - 64);
        var scaled = exponent + excess;
        if (scaled > 2_000 || scaled < -2_000) {
            return middle.signum() == 0 || scaled < 0 ? 0 : middle.signum() * Double.POSITIVE_INFINITY;
        }
        return Math.scalb(middle.shiftRight(excess).doubleValue(), (int) scaled);
    }
}
