package org.nabla.grading.realset;

import java.util.HashMap;
import java.util.List;
import org.nabla.math.equivalence.ExactSign;
import org.nabla.math.value.Compiler;
import org.nabla.math.value.IntervalMachine;
import org.nabla.math.value.IntervalMachine.State;
import org.nabla.math.value.Program;

/** Where one comparison holds for certain, by bounds of its difference. */
final class AtomBounds {

    /** How far from a boundary point the true boundary may lie. */
    private static final double NEAR = 1e-10;

    private final Atom atom;
    private final Program program;
    private final int difference;
    private final IntervalMachine machine;

    AtomBounds(Atom atom, List<String> names) {
        this.atom = atom;
        var indexes = new HashMap<String, Integer>();
        for (var i = 0; i < names.size(); i++) {
            indexes.put(names.get(i), i);
        }
        var compiler = new Compiler(indexes);
        difference = compiler.compile(atom.difference());
        program = compiler.program();
        machine = new IntervalMachine(program);
    }

    Membership over(double[] from, double[] to) {
        machine.run(from, to);
        if (machine.state(difference) == State.UNDEFINED) {
            return Membership.OUTSIDE;
        }
        if (machine.state(difference) == State.UNCERTAIN) {
            return Membership.OPEN;
        }
        var low = machine.low(difference);
        var high = machine.high(difference);
        if (low > 0 || high < 0 || low == 0 && high == 0) {
            return of(low > 0 ? ExactSign.POSITIVE : high < 0 ? ExactSign.NEGATIVE : ExactSign.ZERO);
        }
        // Zero at one end of the bounds may be met: then all three signs that remain must agree.
        var below = low < 0 ? of(ExactSign.NEGATIVE) : of(ExactSign.ZERO);
        var above = high > 0 ? of(ExactSign.POSITIVE) : of(ExactSign.ZERO);
        return below == above && below == of(ExactSign.ZERO) ? below : Membership.OPEN;
    }

    /**
     * At a point of a boundary: where the point is exact, so is the answer; otherwise what vanishes within rounding is taken
     * to vanish there, and what is divided by it has no value.
     */
    Membership atEdge(double[] point, int axis) {
        var exactly = over(point, point);
        if (exactly != Membership.OPEN && isExactly(point)) {
            return exactly;
        }
        var from = point.clone();
        var to = point.clone();
        var distance = NEAR * Math.max(1e-3, Math.abs(point[axis]));
        from[axis] -= distance;
        to[axis] += distance;
        machine.run(from, to);
        if (machine.state(difference) == State.DEFINED) {
            var straddles = machine.low(difference) <= 0 && machine.high(difference) >= 0;
            return straddles ? of(ExactSign.ZERO) : over(from, to);
        }
        return machine.state(difference) == State.UNDEFINED || dividesByZero() ? Membership.OUTSIDE : Membership.OPEN;
    }

    /** Whether the difference is exactly zero at the point, or surely not zero near it. */
    private boolean isExactly(double[] point) {
        machine.run(point);
        return machine.state(difference) != State.DEFINED
                || machine.low(difference) == 0 && machine.high(difference) == 0;
    }

    private boolean dividesByZero() {
        for (var i = 0; i < program.size(); i++) {
            var divisor =
                    switch (program.op(i)) {
                        case DIVIDE -> program.b(i);
                        case LN -> program.a(i);
                        default -> -1;
                    };
            if (divisor >= 0
                    && machine.state(divisor) == State.DEFINED
                    && machine.low(divisor) <= 0
                    && machine.high(divisor) >= 0) {
                return true;
            }
        }
        return false;
    }

    private Membership of(ExactSign sign) {
        return atom.holds(sign) ? Membership.INSIDE : Membership.OUTSIDE;
    }
}
