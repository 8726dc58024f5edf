package org.nabla.math.ball;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;

/** The elementary functions on balls. As with {@link Arithmetic}, nothing where it is not known whether there is a value. */
public final class Functions {

    private static final int GUARD = 24;
    private static final int HALVINGS = 8;
    private static final int MAX_ANGLE_BITS = 2_000;
    private static final int MAX_FACTORIAL = 20_000;

    private final int bits;
    private final Arithmetic arithmetic;
    private final Arithmetic wide;

    public Functions(int bits) {
        this.bits = bits;
        arithmetic = new Arithmetic(bits);
        wide = new Arithmetic(bits + 2 * GUARD);
    }

    public Arithmetic arithmetic() {
        return arithmetic;
    }

    public Ball pi() {
        return rounded(Constants.pi(bits + GUARD));
    }

    /** Nothing where the result is beyond all size. */
    public Optional<Ball> exp(Ball x) {
        if (x.isZero()) {
            return Optional.of(Ball.ONE);
        }
        if (x.magnitude() > 32) {
            return x.isNegative() && x.high().magnitude() > 32 ? Optional.of(vanishing()) : Optional.empty();
        }
        if (x.errorMagnitude() > -2) {
            return exp(x.low()).flatMap(low -> exp(x.high()).map(high -> arithmetic.hull(low, high)));
        }
        var middle = Ball.exact(x.middle(), x.exponent());
        var value = exactExp(middle);
        if (x.isExact()) {
            return Optional.of(rounded(value));
        }
        // e^r − 1 < 2r for r below 1
        var error = wide.multiply(value, radius(x)).scale(1);
        return Optional.of(rounded(wide.withError(value, error)));
    }

    /** Below 2^(−2^32): what is left of e^x for an x of that size. */
    private static Ball vanishing() {
        return new Ball(BigInteger.ONE, BigInteger.ONE, -Arithmetic.MAX_EXPONENT - 1);
    }

    private Ball exactExp(Ball x) {
        var turns = nearest(x, Constants.ln2(bits + 64 + GUARD));
        var places = bits + 2 * GUARD + 2 * HALVINGS;
        var enough = new Arithmetic(places + 64);
        var rest = enough.subtract(x, enough.multiply(Ball.exact(turns, 0), Constants.ln2(places + 64)));
        // In units of 2^(−places) from here on.
        var t = fixed(rest.scale(-HALVINGS), places);
        var term = BigInteger.ONE.shiftLeft(places);
        var sum = term;
        var terms = 0;
        for (var n = 1; term.signum() != 0; n++) {
            term = term.multiply(t).shiftRight(places).divide(BigInteger.valueOf(n));
            sum = sum.add(term);
            terms++;
        }
        // Each term is wrong by less than four placess; each squaring makes at most three times of it, plus one.
        var error = BigInteger.valueOf(4L * terms + 8);
        for (var i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum).shiftRight(places);
            error = error.multiply(BigInteger.valueOf(3)).add(BigInteger.TWO);
        }
        return wide.round(sum, error, turns.longValueExact() - places);
    }

    /** The whole number nearest to x/unit, or its neighbour. */
    private BigInteger nearest(Ball x, Ball unit) {
        var size = Math.max(64, (int) Math.max(0, x.magnitude()) + 64);
        var quotient = new Arithmetic(size)
                .divide(Ball.exact(x.middle(), x.exponent()), unit)
                .orElseThrow();
        return fixed(quotient, 1).add(BigInteger.ONE).shiftRight(1);
    }

    /** The middle in units of 2^(−places), cut off. */
    private static BigInteger fixed(Ball x, int places) {
        var shift = x.exponent() + places;
        if (shift >= 0) {
            return x.middle().shiftLeft((int) shift);
        }
        return shift < -(x.middle().bitLength() + 4L)
                ? (x.middle().signum() < 0 ? BigInteger.ONE.negate() : BigInteger.ZERO)
                : x.middle().shiftRight((int) -shift);
    }

    /** Nothing unless the number is surely positive. */
    public Optional<Ball> ln(Ball x) {
        if (!x.isPositive()) {
            return Optional.empty();
        }
        if (x.equals(Ball.ONE)) {
            return Optional.of(Ball.ZERO);
        }
        var middle = Ball.exact(x.middle(), x.exponent());
        var value = exactLn(middle);
        if (x.isExact()) {
            return Optional.of(rounded(value));
        }
        // |ln(m ± r) − ln m| ≤ r/(m − r)
        return wide.divide(radius(x), x.low()).map(error -> rounded(wide.withError(value, error)));
    }

    private Ball exactLn(Ball x) {
        var twos = x.exponent() + x.middle().bitLength();
        var mantissa = x.scale(-twos);
        if (mantissa.toDouble() < 0.7) {
            twos--;
            mantissa = mantissa.scale(1);
        }
        var start = Ball.of(StrictMath.log(mantissa.toDouble()));
        var inner = new Functions(bits + 2 * GUARD);
        var power = inner.exp(start).orElseThrow();
        var ratio = inner.wide
                .divide(inner.wide.subtract(mantissa, power), inner.wide.add(mantissa, power))
                .orElseThrow();
        var correction = inner.smallSeries(ratio, false).scale(1);
        var ln = inner.wide.add(start, correction);
        return inner.wide.add(ln, inner.wide.multiply(Ball.of(twos), Constants.ln2(bits + 4 * GUARD)));
    }

    /** artanh(t) or arctan(t) for a t of at most 2^(−20) by its power series. */
    private Ball smallSeries(Ball t, boolean alternating) {
        if (t.isZero()) {
            return t;
        }
        var square = wide.multiply(t, t);
        var power = t;
        var sum = t;
        for (var k = 3; power.magnitude() > t.magnitude() - bits - 2 * GUARD; k += 2) {
            power = wide.multiply(power, square);
            var term = wide.divide(power, Ball.of(k)).orElseThrow();
            sum = alternating && k % 4 == 3 ? wide.subtract(sum, term) : wide.add(sum, term);
            if (power.mayBeZero()) {
                break;
            }
        }
        // The rest is less than the last power.
        return wide.withError(sum, wide.multiply(power, square));
    }

    /** Between −1 and 1 where the argument is too large to be reduced. */
    public Optional<Ball> sin(Ball x) {
        return wave(x, 0);
    }

    public Optional<Ball> cos(Ball x) {
        return wave(x, 1);
    }

    private Optional<Ball> wave(Ball x, int quarters) {
        if (x.isZero()) {
            return Optional.of(quarters == 0 ? Ball.ZERO : Ball.ONE);
        }
        if (x.magnitude() > MAX_ANGLE_BITS || x.errorMagnitude() > 2) {
            return Optional.of(new Ball(BigInteger.ZERO, BigInteger.ONE, 0));
        }
        var extra = (int) Math.max(0, x.magnitude());
        var quarter = Constants.pi(bits + 3 * GUARD + 2 * extra).scale(-1);
        var middle = Ball.exact(x.middle(), x.exponent());
        var turns = nearest(middle, quarter);
        var enough = new Arithmetic(bits + 3 * GUARD + 2 * extra);
        var rest = enough.subtract(middle, enough.multiply(Ball.exact(turns, 0), quarter));
        var phase = turns.add(BigInteger.valueOf(quarters))
                .and(BigInteger.valueOf(3))
                .intValue();
        var value = phase % 2 == 0 ? taylor(rest, true) : taylor(rest, false);
        value = phase >= 2 ? value.negate() : value;
        value = x.isExact() ? value : wide.withError(value, radius(x));
        return Optional.of(rounded(value));
    }

    /** Sine or cosine of a number below 1 in size. */
    private Ball taylor(Ball x, boolean sine) {
        var square = wide.multiply(x, x).negate();
        var term = sine ? x : Ball.ONE;
        var sum = term;
        var start = term.magnitude();
        for (var k = sine ? 2 : 1; term.magnitude() > start - bits - GUARD && !term.mayBeZero(); k += 2) {
            term = wide.divide(wide.multiply(term, square), Ball.of((long) k * (k + 1)))
                    .orElseThrow();
            sum = wide.add(sum, term);
        }
        return wide.withError(sum, term);
    }

    public Ball arctan(Ball x) {
        if (x.isZero()) {
            return x;
        }
        var middle = Ball.exact(x.middle(), x.exponent());
        var value = exactArctan(middle);
        return rounded(x.isExact() ? value : wide.withError(value, radius(x)));
    }

    private Ball exactArctan(Ball x) {
        if (x.magnitude() > 30) {
            var quarter = Constants.pi(bits + 3 * GUARD).scale(-1);
            var inverse = new Functions(bits + 2 * GUARD)
                    .arctan(wide.divide(Ball.ONE, x).orElseThrow());
            return wide.subtract(x.middle().signum() < 0 ? quarter.negate() : quarter, inverse);
        }
        if (x.magnitude() < -20) {
            return smallSeries(x, true);
        }
        var inner = new Functions(bits + 2 * GUARD);
        var start = Ball.of(StrictMath.atan(x.toDouble()));
        var sine = inner.sin(start).orElseThrow();
        var cosine = inner.cos(start).orElseThrow();
        var a = inner.wide;
        var slope = a.divide(a.subtract(a.multiply(x, cosine), sine), a.add(cosine, a.multiply(x, sine)))
                .orElseThrow();
        return a.add(start, inner.smallSeries(slope, true));
    }

    /** Nothing unless the number is surely between −1 and 1. */
    public Optional<Ball> arcsin(Ball x) {
        var rest = wide.subtract(Ball.ONE, wide.multiply(x, x));
        if (rest.isZero()) {
            var quarter = Constants.pi(bits + GUARD).scale(-1);
            return Optional.of(rounded(x.middle().signum() < 0 ? quarter.negate() : quarter));
        }
        return wide.root(rest, 2).flatMap(root -> wide.divide(x, root)).map(this::arctan);
    }

    public Optional<Ball> sinh(Ball x) {
        return odd(
                x,
                up -> wide.divide(Ball.ONE, up)
                        .map(down -> wide.subtract(up, down).scale(-1)));
    }

    public Optional<Ball> cosh(Ball x) {
        return exp(x.abs())
                .flatMap(up -> arithmetic
                        .divide(Ball.ONE, up)
                        .map(down -> arithmetic.add(up, down).scale(-1)));
    }

    public Optional<Ball> tanh(Ball x) {
        return odd(x, up -> {
            var square = wide.multiply(up, up);
            return wide.divide(wide.subtract(square, Ball.ONE), wide.add(square, Ball.ONE));
        });
    }

    /** An odd function of x by a formula in e^|x|, with bits to spare for the cancellation near 0. */
    private Optional<Ball> odd(Ball x, Function<Ball, Optional<Ball>> ofExponential) {
        if (x.isZero()) {
            return Optional.of(Ball.ZERO);
        }
        if (x.mayBeZero()) {
            return Optional.empty();
        }
        return new Functions(bits + 2 * GUARD)
                .exp(x.abs())
                .flatMap(ofExponential)
                .map(value -> rounded(x.isNegative() ? value.negate() : value));
    }

    /** n! for an exact whole n; nothing for what is too large. */
    public Optional<Ball> factorial(int n) {
        if (n > MAX_FACTORIAL) {
            return Optional.empty();
        }
        var product = Ball.ONE;
        for (var k = 2; k <= n; k++) {
            product = wide.multiply(product, Ball.of(k));
        }
        return Optional.of(rounded(product));
    }

    public Optional<Ball> erf(Ball x) {
        if (x.isZero()) {
            return Optional.of(Ball.ZERO);
        }
        var size = x.magnitude();
        if (size > 15 || (size > 1 && 1L << 2 * size - 2 > bits)) {
            return Optional.of(tailOfErf(x));
        }
        // 2/√π e^(−x²) Σ 2ⁿ x^(2n+1)/(2n+1)!!: all terms of one sign, and falling by halves once 4x² < 2n + 1.
        var square = wide.multiply(x, x).scale(1);
        var term = x;
        var sum = x;
        var halving = 1L << Math.max(2, 2 * size + 1);
        for (var n = 1L; n <= halving || term.magnitude() > sum.magnitude() - bits - GUARD; n++) {
            term = wide.divide(wide.multiply(term, square), Ball.of(2 * n + 1)).orElseThrow();
            sum = wide.add(sum, term);
        }
        var whole = wide.withError(sum, term);
        var root = wide.root(Constants.pi(bits + GUARD), 2).orElseThrow();
        return exp(square.scale(-1).negate())
                .flatMap(factor -> wide.divide(wide.multiply(factor, whole).scale(1), root))
                .map(this::rounded);
    }

    /** 0 < 1 − erf x < e^(−x²), for large x. */
    private Ball tailOfErf(Ball x) {
        var error = exp(wide.multiply(x, x).negate()).orElse(Ball.ONE);
        var one = x.middle().signum() < 0 ? Ball.ONE.negate() : Ball.ONE;
        return rounded(wide.withError(one, error));
    }

    private Ball radius(Ball x) {
        return Ball.exact(x.radius(), x.exponent());
    }

    private Ball rounded(Ball x) {
        return arithmetic.round(x.middle(), x.radius(), x.exponent());
    }
}
