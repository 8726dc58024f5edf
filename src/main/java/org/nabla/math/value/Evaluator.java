package org.nabla.math.value;

import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.equivalence.EquivalenceChecker;

/**
 * An expression as a function of doubles: for figures and for searching. NaN where the expression has no real value. Not
 * for judging an answer, because rounding is not accounted for: that is the business of {@link EquivalenceChecker}.
 */
public final class Evaluator {

    private final Program program;
    private final int result;
    private final Op[] ops;
    private final int[] left;
    private final int[] right;

    /** The registers before the first step: what is known of each, a constant or the exponent of a root. */
    private final double[] start;

    /** The registers that are computed at each point, in this order. */
    private final int[] steps;

    private Evaluator(Program program, int result) {
        this.program = program;
        this.result = result;
        var size = program.size();
        ops = new Op[size];
        left = new int[size];
        right = new int[size];
        start = new double[size];
        for (var i = 0; i < size; i++) {
            ops[i] = program.op(i);
            left[i] = program.a(i);
            right[i] = program.b(i);
            if (ops[i] == Op.CONSTANT || ops[i] == Op.POWER_RATIONAL) {
                start[i] = program.constant(i).toDouble();
            }
        }
        steps = IntStream.rangeClosed(0, result)
                .filter(i -> ops[i] != Op.CONSTANT)
                .toArray();
    }

    /** @param variables the names in the order in which {@link #at} gets their values */
    public static Evaluator of(Expression e, List<String> variables) {
        var indexes = new HashMap<String, Integer>();
        for (var i = 0; i < variables.size(); i++) {
            indexes.put(variables.get(i), i);
        }
        var compiler = new Compiler(indexes);
        var result = compiler.compile(e);
        return new Evaluator(compiler.program(), result);
    }

    /** The value at the point, NaN where there is none. */
    public double at(double... values) {
        var r = start.clone();
        for (var i : steps) {
            r[i] = step(i, r, values);
        }
        return r[result];
    }

    private double step(int i, double[] r, double[] values) {
        var a = left[i];
        var b = right[i];
        return switch (ops[i]) {
            case VARIABLE -> values[a];
            case PI -> Math.PI;
            case ADD -> r[a] + r[b];
            case MULTIPLY -> r[a] * r[b];
            case DIVIDE -> r[b] == 0 ? Double.NaN : r[a] / r[b];
            case NEGATE -> -r[a];
            case ABS -> Math.abs(r[a]);
            case MIN -> Math.min(r[a], r[b]);
            case MAX -> Math.max(r[a], r[b]);
            case POWER_INTEGER -> r[a] == 0 && b < 0 ? Double.NaN : integerPower(r[a], b);
            case POWER_RATIONAL -> rationalPower(r[a], program.constant(i), start[i]);
            case POWER -> power(r[a], r[b]);
            case LESS, LESS_OR_EQUAL, EQUAL -> compare(ops[i], r[a], r[b]);
            case NOT -> 1 - r[a];
            case AND -> r[a] * r[b];
            case OR -> Math.max(r[a], r[b]);
            case SELECT -> Double.isNaN(r[a]) ? Double.NaN : r[a] != 0 ? r[b] : r[program.c(i)];
            case UNDEFINED, OPAQUE -> Double.NaN;
            default -> function(ops[i], r[a]);
        };
    }

    private static double function(Op op, double u) {
        return switch (op) {
            case EXP -> StrictMath.exp(u);
            case LN -> u > 0 ? StrictMath.log(u) : Double.NaN;
            case SIN -> StrictMath.sin(u);
            case COS -> StrictMath.cos(u);
            case ARCSIN -> StrictMath.asin(u);
            case ARCCOS -> StrictMath.acos(u);
            case ARCTAN -> StrictMath.atan(u);
            case SINH -> StrictMath.sinh(u);
            case COSH -> StrictMath.cosh(u);
            case TANH -> StrictMath.tanh(u);
            case SIGN -> Math.signum(u);
            case FLOOR -> Math.floor(u);
            case FACTORIAL -> factorial(u);
            case ERF -> ErrorFunction.of(u);
            default -> throw new IllegalStateException(op.name());
        };
    }

    private static double compare(Op op, double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.NaN;
        }
        return switch (op) {
                    case LESS -> a < b;
                    case LESS_OR_EQUAL -> a <= b;
                    default -> a == b;
                }
                ? 1
                : 0;
    }

    private static double integerPower(double base, int exponent) {
        return switch (exponent) {
            case 2 -> base * base;
            case 3 -> base * base * base;
            default -> StrictMath.pow(base, exponent);
        };
    }

    static double rationalPower(double base, Rational exponent, double approximation) {
        if (base == 0) {
            return exponent.signum() < 0 ? Double.NaN : 0;
        }
        if (exponent.denominator().bitLength() == 2) {
            var root = exponent.denominator().intValue() == 2 ? Math.sqrt(base) : StrictMath.cbrt(base);
            return StrictMath.pow(root, exponent.numerator().doubleValue());
        }
        var size = StrictMath.pow(Math.abs(base), approximation);
        if (base > 0) {
            return size;
        }
        var odd = exponent.denominator().testBit(0);
        return !odd ? Double.NaN : exponent.numerator().testBit(0) ? -size : size;
    }

    private static double power(double base, double exponent) {
        if (base == 0) {
            return exponent > 0 ? 0 : Double.NaN;
        }
        return StrictMath.pow(base, exponent);
    }

    private static double factorial(double n) {
        if (n < 0 || n != Math.rint(n)) {
            return Double.NaN;
        }
        var product = 1.0;
        for (var k = 2; k <= Math.min(n, 171); k++) {
            product *= k;
        }
        return product;
    }
}
