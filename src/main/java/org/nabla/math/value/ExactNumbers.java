package org.nabla.math.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.ball.Ball;
import org.nabla.math.value.IntervalMachine.State;

/** Numbers with certainty: bounds between which the value of an expression without letters surely lies. */
public final class ExactNumbers {

    /** Precisions to try, in bits; the last is reached only by numbers that are equal or nearly so. */
    public static final int[] PRECISIONS = {160, 512, 2_048};

    private static final double BITS_PER_DIGIT = 3.33;
    private static final double[] NOWHERE = {};

    private ExactNumbers() {}

    /** Two bounds, both included. */
    public record Enclosure(BigDecimal lower, BigDecimal upper) {}

    /**
     * Bounds around a number that agree to at least so many significant digits, or are that close to zero.
     *
     * @return nothing where the number is undefined, contains a letter, or could not be enclosed that narrowly
     */
    public static Optional<Enclosure> enclose(Expression number, int digits) {
        var compiler = new Compiler(Map.of());
        var result = compiler.compile(number);
        var needed = (long) (digits * BITS_PER_DIGIT) + 4;
        for (var bits = needed + 32; bits <= needed * 2 + 4_096; bits *= 4) {
            var machine = new BallMachine(compiler.program(), (int) bits);
            machine.run(NOWHERE, i -> true);
            var value = machine.value(result);
            if (value.state() == State.UNDEFINED) {
                return Optional.empty();
            }
            if (value.isDefined() && isNarrow(value.ball(), needed)) {
                return Optional.of(new Enclosure(
                        decimal(value.ball().low()), decimal(value.ball().high())));
            }
        }
        return Optional.empty();
    }

    /** Whether the number is surely less than the bound in size. */
    public static boolean isWithin(Expression number, double bound) {
        var compiler = new Compiler(Map.of());
        var result = compiler.compile(number);
        var machine = new IntervalMachine(compiler.program());
        machine.run(NOWHERE);
        return machine.state(result) == State.DEFINED && machine.low(result) > -bound && machine.high(result) < bound;
    }

    private static boolean isNarrow(Ball ball, long bits) {
        var size = ball.magnitude();
        var known = ball.isExact() || ball.errorMagnitude() < Math.max(size, -bits) - bits;
        return known && size < 10_000 && ball.exponent() > -100_000;
    }

    private static BigDecimal decimal(Ball exact) {
        var exponent = (int) exact.exponent();
        return exponent >= 0
                ? new BigDecimal(exact.middle().shiftLeft(exponent))
                : new BigDecimal(exact.middle()).divide(new BigDecimal(BigInteger.ONE.shiftLeft(-exponent)));
    }
}
