package org.nabla.math.value;

import java.util.Set;
import org.nabla.math.Deadline;
import org.nabla.math.ball.Arithmetic;
import org.nabla.math.ball.Ball;
import org.nabla.math.value.IntervalMachine.State;

/** Compares two registers of a program at points, to many bits. */
public final class PrecisePoint {

    /** What is found at a point. */
    public enum Finding {
        /** Surely different. */
        DIFFERENT,
        /** Equal to nearly full precision. */
        AGREE,
        ONLY_KEY_DEFINED,
        KEY_UNDEFINED,
        /** Too little is known. */
        UNCERTAIN;

        /** Whether two numbers are then different: what has no value equals nothing. */
        public boolean isRefutation() {
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

    public PrecisePoint(Program program, int left, int right, int bits, Deadline deadline) {
        this(program, left, right, bits, Set.of(), deadline);
    }

    /** @param zeros registers that are known to be zero */
    public PrecisePoint(Program program, int left, int right, int bits, Set<Integer> zeros, Deadline deadline) {
        machine = new BallMachine(program, bits, zeros);
        this.left = left;
        this.right = right;
        this.bits = bits;
        this.deadline = deadline;
    }

    public Finding at(double[] point) {
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
    public boolean isCloserThan(double[] point, int places) {
        machine.run(point, i -> !deadline.isPast());
        var key = machine.value(right);
        var response = machine.value(left);
        return key.isDefined()
                && response.isDefined()
                && new Arithmetic(bits).subtract(response.ball(), key.ball()).magnitude() < -places;
    }
}
