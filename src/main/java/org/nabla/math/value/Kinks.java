package org.nabla.math.value;

import java.util.ArrayList;
import java.util.List;
import org.nabla.math.value.IntervalMachine.State;

/**
 * The places where expressions change their rule: where the argument of |u| changes its sign, where two arguments of max are
 * equal, where a condition turns. Keeps account of the sides on which points have been.
 */
public final class Kinks {

    /** A change of rule where {@code a - b} changes its sign; b is −1 for zero. */
    private record Kink(int a, int b) {}

    private static final int MAX_KINKS = 12;

    private final List<Kink> kinks = new ArrayList<>();
    private final boolean[] negativeSeen;
    private final boolean[] positiveSeen;

    public Kinks(Program program) {
        for (var i = 0; i < program.size() && kinks.size() < MAX_KINKS; i++) {
            switch (program.op(i)) {
                case ABS, SIGN -> kinks.add(new Kink(program.a(i), -1));
                case MIN, MAX, LESS, LESS_OR_EQUAL -> kinks.add(new Kink(program.a(i), program.b(i)));
                default -> {}
            }
        }
        negativeSeen = new boolean[kinks.size()];
        positiveSeen = new boolean[kinks.size()];
    }

    boolean isEmpty() {
        return kinks.isEmpty();
    }

    public int count() {
        return kinks.size();
    }

    /** Notes the sides of the point at which the machine stands. */
    public void note(IntervalMachine machine) {
        for (var k = 0; k < negativeSeen.length; k++) {
            var value = value(machine, k);
            negativeSeen[k] |= value < 0;
            positiveSeen[k] |= value > 0;
        }
    }

    /** How far the machine's point is on the positive side, NaN where that has no value. */
    public double value(IntervalMachine machine, int kink) {
        var k = kinks.get(kink);
        if (machine.state(k.a()) != State.DEFINED) {
            return Double.NaN;
        }
        return k.b() < 0 ? machine.middle(k.a()) : machine.middle(k.a()) - machine.middle(k.b());
    }

    public boolean isSeen(int kink, boolean positive) {
        return positive ? positiveSeen[kink] : negativeSeen[kink];
    }
}
