package org.nabla.math.equivalence;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.nabla.math.Deadline;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.value.BallMachine;
import org.nabla.math.value.Compiler;
import org.nabla.math.value.IntervalMachine;
import org.nabla.math.value.IntervalMachine.State;
import org.nabla.math.value.Program;

/** On which side of zero a number lies, with certainty. */
public enum ExactSign {
    NEGATIVE,
    ZERO,
    POSITIVE,
    /** The number has no value. */
    UNDEFINED,
    /** It is zero or nearer to zero than can be told; does not mean zero. */
    UNKNOWN;

    private static final int[] PRECISIONS = {96, 384};
    private static final double[] NOWHERE = {};
    private static final Duration GENEROUS = Duration.ofMillis(500);
    private static final Expression NOTHING = new Expression.Numeral(Rational.ZERO);

    /** @param number an expression without letters */
    public static ExactSign of(Expression number) {
        var compiler = new Compiler(Map.of());
        var result = compiler.compile(number);
        var machine = new IntervalMachine(compiler.program());
        machine.run(NOWHERE);
        if (machine.state(result) == State.UNDEFINED) {
            return UNDEFINED;
        }
        if (machine.state(result) == State.DEFINED && machine.low(result) > 0) {
            return POSITIVE;
        }
        if (machine.state(result) == State.DEFINED && machine.high(result) < 0) {
            return NEGATIVE;
        }
        return precisely(number, compiler.program(), result);
    }

    private static ExactSign precisely(Expression number, Program program, int result) {
        Set<Integer> zeros = Set.of();
        var deadline = new Deadline(GENEROUS);
        for (var bits : PRECISIONS) {
            zeros = bits > PRECISIONS[0] ? HiddenZeros.of(program, deadline) : zeros;
            var machine = new BallMachine(program, bits, zeros);
            machine.run(NOWHERE, i -> true);
            var value = machine.value(result);
            if (value.state() == State.UNDEFINED) {
                return UNDEFINED;
            }
            if (value.isDefined() && value.ball().isZero()) {
                return ZERO;
            }
            if (value.isDefined() && !value.ball().mayBeZero()) {
                return value.ball().isPositive() ? POSITIVE : NEGATIVE;
            }
        }
        return isZero(number) ? ZERO : UNKNOWN;
    }

    private static boolean isZero(Expression number) {
        var compiler = new Compiler(Map.of());
        var right = compiler.compile(NOTHING);
        var left = compiler.compile(number);
        return new NumberComparison(compiler.program(), left, right, new Deadline(GENEROUS))
                        .decide(number, NOTHING, () -> false)
                        .relationship()
                == Equivalence.Relationship.SAME;
    }
}
