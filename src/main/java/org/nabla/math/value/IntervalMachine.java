package org.nabla.math.value;

import org.nabla.math.Rational;

/**
 * Runs a {@link Program} over intervals of doubles that surely hold the true values: rounding is always outward, and exact
 * steps stay exact, so that a kink or an end of a domain at a whole number is met exactly. One machine serves one thread.
 */
public final class IntervalMachine {

    /** What is known of a register. */
    public enum State {
        /** Defined, within its bounds. */
        DEFINED,
        /** Surely without a real value. */
        UNDEFINED,
        /** Rounding hides whether there is a value. */
        UNCERTAIN
    }

    private static final double TINY = 1e-290;

    private final Program program;
    private final State[] states;
    private final double[] lows;
    private final double[] highs;

    public IntervalMachine(Program program) {
        this.program = program;
        states = new State[program.size()];
        lows = new double[program.size()];
        highs = new double[program.size()];
    }

    /** Evaluates every register at the point, whose coordinates are exact. */
    public void run(double[] point) {
        run(point, point);
    }

    /** Evaluates every register over the box between two points. */
    public void run(double[] from, double[] to) {
        for (var i = 0; i < states.length; i++) {
            step(i, from, to);
            if (states[i] == State.DEFINED && (Double.isNaN(lows[i]) || Double.isNaN(highs[i]))) {
                states[i] = State.UNCERTAIN;
            }
        }
    }

    public State state(int register) {
        return states[register];
    }

    public double low(int register) {
        return lows[register];
    }

    public double high(int register) {
        return highs[register];
    }

    /** Whether two registers surely have different values. */
    public boolean differ(int a, int b) {
        return states[a] == State.DEFINED && states[b] == State.DEFINED && (highs[a] < lows[b] || highs[b] < lows[a]);
    }

    /** By how much the argument of a root, a logarithm or an inverse sine lies outside its domain; 0 for anything else. */
    public double violation(int register) {
        if (states[register] == State.DEFINED) {
            return 0;
        }
        return switch (program.op(register)) {
            case LN, POWER_RATIONAL, POWER -> beyond(-middle(program.a(register)));
            case ARCSIN, ARCCOS -> beyond(Math.abs(middle(program.a(register))) - 1);
            default -> 0;
        };
    }

    private static double beyond(double distance) {
        return Double.isNaN(distance) ? 0 : Math.max(Double.MIN_NORMAL, distance);
    }

    /** The middle of the bounds, NaN where there are none. */
    public double middle(int register) {
        if (states[register] != State.DEFINED) {
            return Double.NaN;
        }
        var middle = lows[register] + (highs[register] - lows[register]) / 2;
        return lows[register] == highs[register] ? lows[register] : middle;
    }

    private void step(int i, double[] from, double[] to) {
        var a = program.a(i);
        switch (program.op(i)) {
            case CONSTANT -> constant(i);
            case VARIABLE -> set(i, from[a], to[a]);
            case PI -> set(i, Math.PI, Math.nextUp(Math.PI));
            case UNDEFINED -> states[i] = State.UNDEFINED;
            case OPAQUE -> states[i] = State.UNCERTAIN;
            case SELECT -> select(i);
            case ADD, MULTIPLY, DIVIDE, MIN, MAX, POWER, LESS, LESS_OR_EQUAL, EQUAL, AND, OR -> {
                if (both(i, a, program.b(i))) {
                    binary(i, a, program.b(i));
                }
            }
            default -> {
                states[i] = states[a];
                if (states[a] == State.DEFINED) {
                    unary(i, a);
                }
            }
        }
    }

    private boolean both(int i, int a, int b) {
        if (states[a] == State.DEFINED && states[b] == State.DEFINED) {
            states[i] = State.DEFINED;
            return true;
        }
        var undefined = states[a] == State.UNDEFINED || states[b] == State.UNDEFINED;
        states[i] = undefined ? State.UNDEFINED : State.UNCERTAIN;
        return false;
    }

    private void binary(int i, int a, int b) {
        switch (program.op(i)) {
            case ADD -> add(i, lows[a], highs[a], lows[b], highs[b]);
            case MULTIPLY -> multiply(i, lows[a], highs[a], lows[b], highs[b]);
            case DIVIDE -> divide(i, lows[a], highs[a], lows[b], highs[b]);
            case MIN -> set(i, Math.min(lows[a], lows[b]), Math.min(highs[a], highs[b]));
            case MAX -> set(i, Math.max(lows[a], lows[b]), Math.max(highs[a], highs[b]));
            case POWER -> power(i, a, b);
            case LESS -> truth(i, highs[a] < lows[b], lows[a] >= highs[b]);
            case LESS_OR_EQUAL -> truth(i, highs[a] <= lows[b], lows[a] > highs[b]);
            case EQUAL ->
                truth(
                        i,
                        lows[a] == highs[a] && lows[b] == highs[b] && lows[a] == lows[b],
                        highs[a] < lows[b] || highs[b] < lows[a]);
            case AND -> set(i, Math.min(lows[a], lows[b]), Math.min(highs[a], highs[b]));
            default -> set(i, Math.max(lows[a], lows[b]), Math.max(highs[a], highs[b]));
        }
    }

    private void unary(int i, int a) {
        var lo = lows[a];
        var hi = highs[a];
        switch (program.op(i)) {
            case NEGATE -> set(i, -hi, -lo);
            case ABS -> absolute(i, lo, hi);
            case SIGN -> {
                if (lo > 0 || hi < 0 || (lo == 0 && hi == 0)) {
                    set(i, Math.signum(lo), Math.signum(lo));
                } else {
                    set(i, lo == 0 ? 0 : -1, hi == 0 ? 0 : 1);
                }
            }
            case FLOOR -> set(i, Math.floor(lo), Math.floor(hi));
            case NOT -> set(i, 1 - hi, 1 - lo);
            case EXP -> exp(i, lo, hi);
            case LN -> ln(i, lo, hi);
            case SIN -> wave(i, lo, hi, StrictMath.sin(lo), lo == 0 && hi == 0);
            case COS -> wave(i, lo, hi, StrictMath.cos(lo), lo == 0 && hi == 0);
            case ARCSIN, ARCCOS -> arc(i, lo, hi, program.op(i));
            case ARCTAN -> rising(i, StrictMath.atan(lo), StrictMath.atan(hi), lo == 0, hi == 0);
            case SINH -> rising(i, StrictMath.sinh(lo), StrictMath.sinh(hi), lo == 0, hi == 0);
            case TANH -> rising(i, StrictMath.tanh(lo), StrictMath.tanh(hi), lo == 0, hi == 0);
            case COSH -> {
                absolute(i, lo, hi);
                set(i, Math.max(1, down(StrictMath.cosh(lows[i]))), up(StrictMath.cosh(highs[i])));
                if (lo == 0 && hi == 0) {
                    set(i, 1, 1);
                }
            }
            case ERF -> {
                set(i, ErrorFunction.of(lo) - ErrorFunction.ERROR, ErrorFunction.of(hi) + ErrorFunction.ERROR);
                if (lo == 0 && hi == 0) {
                    set(i, 0, 0);
                }
            }
            case FACTORIAL -> factorial(i, lo, hi);
            case POWER_INTEGER -> integerPower(i, lo, hi, program.b(i));
            case POWER_RATIONAL -> rationalPower(i, lo, hi, program.constant(i));
            default -> throw new IllegalStateException(program.op(i).name());
        }
    }

    private void constant(int i) {
        var value = program.constant(i);
        var near = value.toDouble();
        var exact = value.isInteger() && value.numerator().bitLength() <= 53
                || value.denominator().bitCount() == 1
                        && value.denominator().bitLength() < 900
                        && value.numerator().bitLength() <= 53;
        set(i, exact ? near : down(near), exact ? near : up(near));
    }

    private void select(int i) {
        var condition = program.a(i);
        if (states[condition] != State.DEFINED) {
            states[i] = states[condition];
            return;
        }
        var then = program.b(i);
        var otherwise = program.c(i);
        if (lows[condition] == highs[condition]) {
            var chosen = lows[condition] != 0 ? then : otherwise;
            states[i] = states[chosen];
            lows[i] = lows[chosen];
            highs[i] = highs[chosen];
        } else if (states[then] == State.DEFINED && states[otherwise] == State.DEFINED) {
            states[i] = State.DEFINED;
            set(i, Math.min(lows[then], lows[otherwise]), Math.max(highs[then], highs[otherwise]));
        } else {
            states[i] = State.UNCERTAIN;
        }
    }

    private void add(int i, double alo, double ahi, double blo, double bhi) {
        var lo = alo + blo;
        var hi = ahi + bhi;
        set(i, isExactSum(alo, blo, lo) ? lo : Math.nextDown(lo), isExactSum(ahi, bhi, hi) ? hi : Math.nextUp(hi));
    }

    /** Knuth's two-sum: whether the rounding error is zero. */
    private static boolean isExactSum(double a, double b, double sum) {
        var partOfB = sum - a;
        return (a - (sum - partOfB)) + (b - partOfB) == 0;
    }

    private void multiply(int i, double alo, double ahi, double blo, double bhi) {
        if (alo == ahi && blo == bhi) {
            var p = alo * blo;
            var exact = isExactProduct(alo, blo, p);
            set(i, exact ? p : Math.nextDown(p), exact ? p : Math.nextUp(p));
            return;
        }
        var p = times(alo, blo);
        var q = times(alo, bhi);
        var r = times(ahi, blo);
        var s = times(ahi, bhi);
        set(
                i,
                Math.nextDown(Math.min(Math.min(p, q), Math.min(r, s))),
                Math.nextUp(Math.max(Math.max(p, q), Math.max(r, s))));
    }

    private static boolean isExactProduct(double a, double b, double p) {
        return a == 0 || b == 0 || (Math.abs(p) > TINY && Math.abs(p) < 1e300 && Math.fma(a, b, -p) == 0);
    }

    /** An infinite end stands for any large number, so zero times it is zero. */
    private static double times(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    private void divide(int i, double alo, double ahi, double blo, double bhi) {
        if (blo == 0 && bhi == 0) {
            states[i] = State.UNDEFINED;
            return;
        }
        if (blo <= 0 && bhi >= 0) {
            states[i] = State.UNCERTAIN;
            return;
        }
        if (alo == ahi && blo == bhi) {
            var q = alo / blo;
            var exact = alo == 0
                    || (Math.abs(q) > TINY
                            && Math.abs(alo) > TINY
                            && Math.abs(q) < 1e300
                            && Math.fma(-q, blo, alo) == 0);
            set(i, exact ? q : Math.nextDown(q), exact ? q : Math.nextUp(q));
            return;
        }
        var inverseLow = Math.nextDown(1 / bhi);
        var inverseHigh = Math.nextUp(1 / blo);
        if (blo > 0) {
            inverseLow = Math.max(0, inverseLow);
        } else {
            inverseHigh = Math.min(0, inverseHigh);
        }
        multiply(i, alo, ahi, inverseLow, inverseHigh);
    }

    private void absolute(int i, double lo, double hi) {
        if (lo >= 0) {
            set(i, lo, hi);
        } else if (hi <= 0) {
            set(i, -hi, -lo);
        } else {
            set(i, 0, Math.max(-lo, hi));
        }
    }

    private void exp(int i, double lo, double hi) {
        set(i, lo == 0 ? 1 : Math.max(0, down(StrictMath.exp(lo))), hi == 0 ? 1 : up(StrictMath.exp(hi)));
    }

    private void ln(int i, double lo, double hi) {
        if (hi <= 0) {
            states[i] = State.UNDEFINED;
        } else if (lo <= 0) {
            states[i] = State.UNCERTAIN;
        } else {
            rising(i, StrictMath.log(lo), StrictMath.log(hi), lo == 1, hi == 1);
        }
    }

    /** Sine or cosine, which no step of the argument changes by more than itself. */
    private void wave(int i, double lo, double hi, double atLow, boolean exact) {
        var width = Math.nextUp(hi - lo);
        if (exact) {
            set(i, atLow, atLow);
        } else if (lo == hi) {
            set(i, Math.max(-1, down(atLow)), Math.min(1, up(atLow)));
        } else if (width < 2) {
            set(i, Math.max(-1, down(down(atLow) - width)), Math.min(1, up(up(atLow) + width)));
        } else {
            set(i, -1, 1);
        }
    }

    private void arc(int i, double lo, double hi, Op op) {
        if (hi < -1 || lo > 1) {
            states[i] = State.UNDEFINED;
        } else if (lo < -1 || hi > 1) {
            states[i] = State.UNCERTAIN;
        } else if (op == Op.ARCSIN) {
            rising(i, StrictMath.asin(lo), StrictMath.asin(hi), lo == 0, hi == 0);
        } else {
            rising(i, StrictMath.acos(hi), StrictMath.acos(lo), hi == 1, lo == 1);
        }
    }

    private void factorial(int i, double lo, double hi) {
        if (lo == hi && lo < 0 && lo == Math.rint(lo)) {
            states[i] = State.UNDEFINED;
        } else if (lo != hi || lo != Math.rint(lo) || lo > 170) { // between whole numbers some extend it, we do not
            states[i] = State.UNCERTAIN;
        } else {
            set(i, 1, 1);
            for (var k = 2; k <= lo; k++) {
                multiply(i, lows[i], highs[i], k, k);
            }
        }
    }

    private void integerPower(int i, double lo, double hi, int n) {
        if (n == 0) {
            set(i, 1, 1);
            return;
        }
        var even = n % 2 == 0;
        if (even) {
            absolute(i, lo, hi);
        } else {
            set(i, lo, hi);
        }
        var baseLow = lows[i];
        var baseHigh = highs[i];
        // Unsigned, so that Integer.MIN_VALUE has its size too.
        var size = Math.abs((long) n);
        if (size > 64 && baseLow > 0) {
            throughLogarithm(i, baseLow, baseHigh, n, n);
            return;
        }
        if (size > 64 && !(baseLow == baseHigh)) {
            states[i] = State.UNCERTAIN;
            return;
        }
        if (size > 64) {
            signedPower(i, baseLow, n);
            return;
        }
        for (var k = 1; k < size; k++) {
            multiply(i, lows[i], highs[i], baseLow, baseHigh);
        }
        if (even) {
            lows[i] = Math.max(0, lows[i]);
        }
        if (n < 0) {
            divide(i, 1, 1, lows[i], highs[i]);
        }
    }

    /** A large power of an exact number that is not positive. */
    private void signedPower(int i, double base, int n) {
        if (base == 0) {
            states[i] = n < 0 ? State.UNDEFINED : State.DEFINED;
            set(i, 0, 0);
            return;
        }
        throughLogarithm(i, -base, -base, n, n);
        if (states[i] == State.DEFINED && n % 2 != 0) {
            set(i, -highs[i], -lows[i]);
        }
    }

    private void rationalPower(int i, double lo, double hi, Rational exponent) {
        var odd = exponent.denominator().testBit(0);
        if (lo == 0 && hi == 0) {
            states[i] = exponent.signum() < 0 ? State.UNDEFINED : State.DEFINED;
            set(i, 0, 0);
        } else if (hi < 0 && !odd) {
            states[i] = State.UNDEFINED;
        } else if (lo <= 0 && hi >= 0) {
            nearZero(i, lo, hi, exponent, odd);
        } else if (hi < 0) {
            positivePower(i, -hi, -lo, exponent);
            if (states[i] == State.DEFINED && exponent.numerator().testBit(0)) {
                set(i, -highs[i], -lows[i]);
            }
        } else {
            positivePower(i, lo, hi, exponent);
        }
    }

    private void nearZero(int i, double lo, double hi, Rational exponent, boolean odd) {
        if (exponent.signum() < 0 || (lo < 0 && !odd)) {
            states[i] = State.UNCERTAIN;
            return;
        }
        positivePower(i, Math.max(-lo, hi), Math.max(-lo, hi), exponent);
        var top = highs[i];
        set(i, lo == 0 || !exponent.numerator().testBit(0) ? 0 : -top, top);
    }

    private void positivePower(int i, double lo, double hi, Rational exponent) {
        if (exponent.equals(Rational.of(1, 2))) {
            var low = Math.sqrt(lo);
            var high = Math.sqrt(hi);
            set(
                    i,
                    lo > TINY && Math.fma(low, low, -lo) == 0 ? low : Math.max(0, Math.nextDown(low)),
                    hi > TINY && Math.fma(high, high, -hi) == 0 ? high : Math.nextUp(high));
            return;
        }
        if (lo == 1 && hi == 1) {
            set(i, 1, 1);
            return;
        }
        var near = exponent.toDouble();
        throughLogarithm(i, lo, hi, down(near), up(near));
    }

    /** {@code base^exponent} for a positive base. */
    private void throughLogarithm(int i, double lo, double hi, double exponentLow, double exponentHigh) {
        if (lo <= 0) {
            states[i] = State.UNCERTAIN;
            return;
        }
        ln(i, lo, hi);
        multiply(i, lows[i], highs[i], exponentLow, exponentHigh);
        exp(i, lows[i], highs[i]);
    }

    private void power(int i, int a, int b) {
        var exponent = lows[b];
        var whole = exponent == highs[b] && exponent == Math.rint(exponent) && Math.abs(exponent) < 1e9;
        if (whole && exponent != 0) {
            integerPower(i, lows[a], highs[a], (int) exponent);
        } else if (lows[a] > 0) {
            throughLogarithm(i, lows[a], highs[a], lows[b], highs[b]);
        } else if (lows[a] == 0 && highs[a] == 0) {
            states[i] = lows[b] > 0 ? State.DEFINED : highs[b] <= 0 ? State.UNDEFINED : State.UNCERTAIN;
            set(i, 0, 0);
        } else if (highs[a] < 0 && lows[b] == highs[b] && !whole && Math.abs(exponent) < 1e9) {
            states[i] = State.UNDEFINED;
        } else if (highs[a] < 0 && whole) {
            set(i, 1, 1);
        } else {
            states[i] = State.UNCERTAIN;
        }
    }

    private void truth(int i, boolean surely, boolean never) {
        set(i, surely ? 1 : 0, never ? 0 : 1);
    }

    private void rising(int i, double low, double high, boolean lowExact, boolean highExact) {
        set(i, lowExact ? low : down(low), highExact ? high : up(high));
    }

    private void set(int i, double low, double high) {
        if (program.op(i) == Op.CONSTANT || program.op(i) == Op.VARIABLE || program.op(i) == Op.PI) {
            states[i] = State.DEFINED;
        }
        lows[i] = low;
        highs[i] = high;
    }

    /** Three ulps: more than the error of any function of StrictMath. */
    private static double down(double value) {
        return Math.nextDown(Math.nextDown(Math.nextDown(value)));
    }

    private static double up(double value) {
        return Math.nextUp(Math.nextUp(Math.nextUp(value)));
    }
}
