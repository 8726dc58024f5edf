package org.nabla.grading.realset;

import java.util.List;
import org.nabla.math.equivalence.ExactSign;
import org.nabla.math.value.Bounds;

/** Where one comparison holds for certain, by bounds of its difference. */
final class AtomBounds {

    /** How far from a boundary point the true boundary may lie. */
    private static final double NEAR = 1e-10;

    private final Atom atom;
    private final Bounds difference;

    AtomBounds(Atom atom, List<String> names) {
        this.atom = atom;
        difference = Bounds.of(atom.difference(), names);
    }

    Membership over(double[] from, double[] to) {
        difference.look(from, to);
        if (difference.isUndefined()) {
            return Membership.OUTSIDE;
        }
        if (!difference.isDefined()) {
            return Membership.OPEN;
        }
        var low = difference.low();
        var high = difference.high();
        if (low > 0 || high < 0 || low == 0 && high == 0) {
            return of(low > 0 ? ExactSign.POSITIVE : high < 0 ? ExactSign.NEGATIVE : ExactSign.ZERO);
        }
        // Zero may be met, and what lies on either side of it: all of these signs must agree.
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
        if (exactly != Membership.OPEN && isExact()) {
            return exactly;
        }
        var from = point.clone();
        var to = point.clone();
        var distance = NEAR * Math.max(1e-3, Math.abs(point[axis]));
        from[axis] -= distance;
        to[axis] += distance;
        difference.look(from, to);
        if (difference.isDefined()) {
            var straddles = difference.low() <= 0 && difference.high() >= 0;
            return straddles ? of(ExactSign.ZERO) : over(from, to);
        }
        return difference.isUndefined() || difference.mayDivideByZero() ? Membership.OUTSIDE : Membership.OPEN;
    }

    /** Whether the difference is exactly zero at the point that was looked at last, or has no value there. */
    private boolean isExact() {
        return !difference.isDefined() || difference.low() == 0 && difference.high() == 0;
    }

    private Membership of(ExactSign sign) {
        return atom.holds(sign) ? Membership.INSIDE : Membership.OUTSIDE;
    }
}
