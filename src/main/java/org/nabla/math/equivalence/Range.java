package org.nabla.math.equivalence;

import java.math.BigDecimal;
import org.nabla.math.Domain;
import org.nabla.math.Rational;

/** A {@link Domain} for choosing points: its ends as doubles, moved inwards where they are no doubles. */
record Range(double low, boolean lowClosed, double high, boolean highClosed, boolean withoutZero, boolean whole) {

    private static final Range REAL =
            new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false, false, false);

    static Range of(Domain domain) {
        if (domain.equals(Domain.REAL)) {
            return REAL;
        }
        return new Range(
                domain.lower().map(end -> inward(end, 1)).orElse(Double.NEGATIVE_INFINITY),
                domain.lowerClosed(),
                domain.upper().map(end -> inward(end, -1)).orElse(Double.POSITIVE_INFINITY),
                domain.upperClosed(),
                domain.withoutZero(),
                domain.wholeNumbers());
    }

    private static double inward(Rational end, int direction) {
        var near = end.toDouble();
        if (Double.isInfinite(near)) {
            return near;
        }
        var outside = Rational.of(new BigDecimal(near)).compareTo(end) * direction < 0;
        return !outside ? near : direction > 0 ? Math.nextUp(near) : Math.nextDown(near);
    }

    boolean contains(double value) {
        return (lowClosed ? value >= low : value > low)
                && (highClosed ? value <= high : value < high)
                && !(withoutZero && value == 0)
                && !(whole && value != Math.rint(value));
    }

    boolean isBounded() {
        return !Double.isInfinite(low) && !Double.isInfinite(high);
    }

    boolean isUnbounded() {
        return Double.isInfinite(low) && Double.isInfinite(high);
    }

    /** A point near the middle or near the only end. */
    double anchor() {
        if (isUnbounded()) {
            return 0;
        }
        return isBounded() ? low + (high - low) / 2 : Double.isInfinite(low) ? high : low;
    }
}
