package org.nabla.math.value;

import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.nabla.math.Rational;
import org.nabla.math.ball.Arithmetic;
import org.nabla.math.ball.Ball;
import org.nabla.math.ball.Functions;
import org.nabla.math.value.IntervalMachine.State;

/**
 * Runs a {@link Program} over balls of any precision: slower than {@link IntervalMachine} by a thousand times, and sees
 * differences however small. One machine serves one thread.
 */
public final class BallMachine {

    /** The value of a register: a ball where it is defined. */
    public record Value(State state, Ball ball) {
        static final Value UNDEFINED = new Value(State.UNDEFINED, Ball.ZERO);
        static final Value UNCERTAIN = new Value(State.UNCERTAIN, Ball.ZERO);
        static final Value TRUE = of(Ball.ONE);
        static final Value FALSE = of(Ball.ZERO);

        static Value of(Ball ball) {
            return new Value(State.DEFINED, ball);
        }

        static Value of(Optional<Ball> ball) {
            return ball.map(Value::of).orElse(UNCERTAIN);
        }

        public boolean isDefined() {
            return state == State.DEFINED;
        }
    }

    private static final int MAX_ROOT = 64;

    private final Program program;
    private final Functions functions;
    private final Arithmetic arithmetic;
    private final Value[] values;
    private final Set<Integer> zeros;

    public BallMachine(Program program, int bits) {
        this(program, bits, Set.of());
    }

    /** @param zeros registers that are known to be zero, though no precision shows it */
    public BallMachine(Program program, int bits, Set<Integer> zeros) {
        this.program = program;
        this.zeros = zeros;
        functions = new Functions(bits);
        arithmetic = functions.arithmetic();
        values = new Value[program.size()];
    }

    /**
     * @param mayGoOn asked before every instruction with its number; the rest stays uncertain once it says no
     */
    public void run(double[] point, LongPredicate mayGoOn) {
        var balls = new Ball[point.length];
        for (var i = 0; i < point.length; i++) {
            balls[i] = Ball.of(point[i]);
        }
        run(balls, mayGoOn);
    }

    /** The same over balls, each of which holds a coordinate that is not known better. */
    public void run(Ball[] point, LongPredicate mayGoOn) {
        for (var i = 0; i < values.length; i++) {
            values[i] = zeros.contains(i) ? Value.of(Ball.ZERO) : mayGoOn.test(i) ? step(i, point) : Value.UNCERTAIN;
        }
    }

    public Value value(int register) {
        return values[register];
    }

    private Value step(int i, Ball[] point) {
        var a = program.a(i);
        return switch (program.op(i)) {
            case CONSTANT -> {
                var value = program.constant(i);
                yield Value.of(arithmetic.fraction(value.numerator(), value.denominator()));
            }
            case VARIABLE -> Value.of(point[a]);
            case PI -> Value.of(functions.pi());
            case UNDEFINED -> Value.UNDEFINED;
            case OPAQUE -> Value.UNCERTAIN;
            case SELECT -> select(i);
            case ADD, MULTIPLY, DIVIDE, MIN, MAX, POWER, LESS, LESS_OR_EQUAL, EQUAL, AND, OR -> {
                var left = values[a];
                var right = values[program.b(i)];
                if (left.isDefined() && right.isDefined()) {
                    yield binary(program.op(i), left.ball(), right.ball());
                }
                yield left.state() == State.UNDEFINED || right.state() == State.UNDEFINED
                        ? Value.UNDEFINED
                        : Value.UNCERTAIN;
            }
            default -> values[a].isDefined() ? unary(i, values[a].ball()) : values[a];
        };
    }

    private Value select(int i) {
        var condition = values[program.a(i)];
        if (!condition.isDefined()) {
            return condition;
        }
        var then = values[program.b(i)];
        var otherwise = values[program.c(i)];
        if (condition.ball().isExact()) {
            return condition.ball().isZero() ? otherwise : then;
        }
        return then.isDefined() && otherwise.isDefined()
                ? Value.of(arithmetic.hull(then.ball(), otherwise.ball()))
                : Value.UNCERTAIN;
    }

    private Value binary(Op op, Ball a, Ball b) {
        return switch (op) {
            case ADD -> Value.of(arithmetic.add(a, b));
            case MULTIPLY -> Value.of(arithmetic.multiply(a, b));
            case DIVIDE -> b.isZero() ? Value.UNDEFINED : Value.of(arithmetic.divide(a, b));
            case POWER -> power(a, b);
            case AND -> conjunction(a, b);
            case OR -> not(conjunction(not(Value.of(a)).ball(), not(Value.of(b)).ball()));
            default -> compared(op, a, b, arithmetic.subtract(b, a));
        };
    }

    private Value compared(Op op, Ball a, Ball b, Ball gap) {
        return switch (op) {
            case LESS -> truth(gap.isPositive(), gap.negate().isNonnegative());
            case LESS_OR_EQUAL -> truth(gap.isNonnegative(), gap.isNegative());
            case EQUAL -> truth(gap.isZero(), !gap.mayBeZero());
            case MIN -> Value.of(gap.isNonnegative() ? a : gap.isNegative() ? b : arithmetic.hull(a, b));
            default -> Value.of(gap.isNonnegative() ? b : gap.isNegative() ? a : arithmetic.hull(a, b));
        };
    }

    private static final Ball EITHER = new Ball(java.math.BigInteger.ONE, java.math.BigInteger.ONE, -1);

    private static Value truth(boolean surely, boolean never) {
        return surely ? Value.TRUE : never ? Value.FALSE : Value.of(EITHER);
    }

    private static Value not(Value truth) {
        return truth.ball().isExact()
                ? truth(truth.ball().isZero(), !truth.ball().isZero())
                : truth;
    }

    private static Value conjunction(Ball a, Ball b) {
        return truth(a.equals(Ball.ONE) && b.equals(Ball.ONE), a.isZero() || b.isZero());
    }

    private Value unary(int i, Ball u) {
        return switch (program.op(i)) {
            case NEGATE -> Value.of(u.negate());
            case ABS -> Value.of(u.abs());
            case NOT -> not(Value.of(u));
            case SIGN -> sign(u);
            case FLOOR -> floor(u);
            case EXP -> Value.of(functions.exp(u));
            case LN -> u.high().isPositive() ? Value.of(functions.ln(u)) : Value.UNDEFINED;
            case SIN -> Value.of(functions.sin(u));
            case COS -> Value.of(functions.cos(u));
            case ARCTAN -> Value.of(functions.arctan(u));
            case ARCSIN -> arcsin(u);
            case ARCCOS -> {
                if (u.equals(Ball.ONE)) {
                    yield Value.FALSE;
                }
                var sine = arcsin(u);
                yield sine.isDefined()
                        ? Value.of(arithmetic.subtract(functions.pi().scale(-1), sine.ball()))
                        : sine;
            }
            case SINH -> Value.of(functions.sinh(u));
            case COSH -> Value.of(functions.cosh(u));
            case TANH -> Value.of(functions.tanh(u));
            case ERF -> Value.of(functions.erf(u));
            case FACTORIAL -> factorial(u);
            case POWER_INTEGER -> {
                var n = program.b(i);
                yield u.isZero() && n < 0 ? Value.UNDEFINED : Value.of(arithmetic.power(u, n));
            }
            case POWER_RATIONAL -> rationalPower(u, program.constant(i));
            default -> throw new IllegalStateException(program.op(i).name());
        };
    }

    private Value sign(Ball u) {
        return u.isPositive()
                ? Value.TRUE
                : u.isNegative() ? Value.of(Ball.of(-1)) : u.isZero() ? Value.FALSE : Value.UNCERTAIN;
    }

    private static Value floor(Ball u) {
        if (u.magnitude() > 4_000) {
            return Value.UNCERTAIN;
        }
        var low = whole(u.low());
        return low.equals(whole(u.high())) ? Value.of(new Ball(low, java.math.BigInteger.ZERO, 0)) : Value.UNCERTAIN;
    }

    private static java.math.BigInteger whole(Ball exact) {
        return exact.exponent() >= 0
                ? exact.middle().shiftLeft((int) exact.exponent())
                : exact.middle().shiftRight((int) Math.min(-exact.exponent(), Integer.MAX_VALUE));
    }

    private Value arcsin(Ball u) {
        var size = arithmetic.subtract(u.abs(), Ball.ONE);
        return size.isPositive() ? Value.UNDEFINED : Value.of(functions.arcsin(u));
    }

    private Value factorial(Ball u) {
        if (u.isNegative() && (!u.isExact() || u.exponent() < 0)) {
            return Value.UNCERTAIN;
        }
        if (u.isNegative()) {
            return Value.UNDEFINED;
        }
        if (!u.isExact() || u.magnitude() > 31) {
            return Value.UNCERTAIN;
        }
        var n = whole(u);
        return Ball.of(n.longValueExact()).toDouble() == u.toDouble()
                ? Value.of(functions.factorial(n.intValueExact()))
                : Value.UNCERTAIN; // between whole numbers some extend it, we do not
    }

    private Value rationalPower(Ball u, Rational exponent) {
        var odd = exponent.denominator().testBit(0);
        if (u.isZero()) {
            return exponent.signum() < 0 ? Value.UNDEFINED : Value.FALSE;
        }
        if (u.isNegative()) {
            if (!odd) {
                return Value.UNDEFINED;
            }
            var size = positivePower(u.negate(), exponent);
            return size.isDefined() && exponent.numerator().testBit(0)
                    ? Value.of(size.ball().negate())
                    : size;
        }
        return positivePower(u, exponent);
    }

    private Value positivePower(Ball u, Rational exponent) {
        var n = exponent.denominator();
        if (n.bitLength() <= 6
                && n.intValue() <= MAX_ROOT
                && exponent.numerator().bitLength() < 31) {
            return Value.of(arithmetic
                    .root(u, n.intValue())
                    .flatMap(root -> root.isZero() || (exponent.signum() < 0 && root.mayBeZero())
                            ? Optional.empty()
                            : arithmetic.power(root, exponent.numerator().longValue())));
        }
        var power = arithmetic.fraction(exponent.numerator(), exponent.denominator());
        return Value.of(functions.ln(u).flatMap(ln -> functions.exp(arithmetic.multiply(ln, power))));
    }

    private Value power(Ball a, Ball b) {
        var whole = b.isExact() && b.exponent() >= 0 && b.magnitude() < 31;
        if (whole && !b.isZero()) {
            var n = whole(b).longValueExact();
            return a.isZero() && n < 0 ? Value.UNDEFINED : Value.of(arithmetic.power(a, n));
        }
        if (a.isPositive()) {
            return Value.of(functions.ln(a).flatMap(ln -> functions.exp(arithmetic.multiply(ln, b))));
        }
        if (a.isZero()) {
            return b.isPositive() ? Value.FALSE : b.high().isPositive() ? Value.UNCERTAIN : Value.UNDEFINED;
        }
        if (a.isNegative() && b.isZero()) {
            return Value.TRUE;
        }
        return a.isNegative() && b.isExact() && b.exponent() < 0 ? Value.UNDEFINED : Value.UNCERTAIN;
    }
}
