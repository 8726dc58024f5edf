package org.nabla.math;

import java.util.Set;
import org.nabla.math.IntervalMachine.State;
import org.nabla.math.ball.Arithmetic;
import org.nabla.math.ball.Ball;

/** Compares two registers of a program at points, to many bits. */
final class PrecisePoint {

    /** What is found at a point. */
    enum Finding {
        /** Surely different. */
        DIFFERENT,
        /** Equal to nearly full precision. */
        AGREE,
        ONLY_KEY_DEFINED,
        KEY_UNDEFINED,
        /** Too little is known. */
        UNCERTAIN;

        /** Whether two numbers are then different: what has no value equals nothing. */
        boolean isRefutation() {
            return this == DIFFERENT || this == ONLY_KEY_DEFINED || this == KEY_UNDEFINED;
        }
    }

    /** How many of the bits may be lost on the way for an agreement to count. */
    private static final int SLACK = 80;

    private final BallMachine machine;
    private final int left;
    private final int right;
    private final int bits;
    private final Deadline deadline;

    PrecisePoint(Program program, int left, int right, int bits, Deadline deadline) {
        this(program, left, right, bits, Set.of(), deadline);
    }

    /** @param zeros registers that are known to be zero */
    PrecisePoint(Program program, int left, int right, int bits, Set<Integer> zeros, Deadline deadline) {
        machine = new BallMachine(program, bits, zeros);
        this.left = left;
        this.right = right;
        this.bits = bits;
        this.deadline = deadline;
    }

    Finding at(double[] point) {
        machine.run(point, i -> !deadline.isPast());
        var key = machine.value(right);
        var response = machine.value(left);
        if (key.state() == State.UNDEFINED) {
            return Finding.KEY_UNDEFINED;
        }
        if (!key.isDefined() || response.state() == State.UNCERTAIN) {
            return Finding.UNCERTAIN;
        }
        if (!response.isDefined()) {
            return Finding.ONLY_KEY_DEFINED;
        }
        return compare(response.ball(), key.ball());
    }

    private Finding compare(Ball response, Ball key) {
        var difference = new Arithmetic(bits).subtract(response, key);
        if (!difference.mayBeZero()) {
            return Finding.DIFFERENT;
        }
        var size = Math.max(0, key.magnitude());
        return difference.magnitude() < size - (bits - SLACK) ? Finding.AGREE : Finding.UNCERTAIN;
    }

    /** Whether both are defined at the point and differ by less than 2^(−places). */
    boolean isCloserThan(double[] point, int places) {
        machine.run(point, i -> !deadline.isPast());
        var key = machine.value(right);
        var response = machine.value(left);
        return key.isDefined()
                && response.isDefined()
                && new Arithmetic(bits).subtract(response.ball(), key.ball()).magnitude() < -places;
    }
}
