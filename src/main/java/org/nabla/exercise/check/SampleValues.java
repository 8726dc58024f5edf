package org.nabla.exercise.check;

import org.nabla.exercise.numeric.Numeric;
import org.nabla.math.Domain;
import org.nabla.math.Rational;

/** Values for letters at which formulas are tried: in the middle of their domains, no two alike, always the same. */
final class SampleValues {
    private static final double[] OFFSETS = {0.37, 0.71, 0.19, 0.86, 0.53, 0.28, 0.64, 0.93, 0.45, 0.11};

    private SampleValues() {}

    /**
     * The value of one letter.
     *
     * @param place another one for each letter of a point
     * @param round the number of the point
     */
    static Numeric of(Domain domain, int place, int round) {
        return Numeric.of(sample(domain, OFFSETS[place % OFFSETS.length], round));
    }

    private static double sample(Domain domain, double offset, int round) {
        if (domain.wholeNumbers()) {
            return 1 + Math.floor(offset * 5) + round;
        }
        double low = domain.lower().map(Rational::toDouble).orElse(Double.NEGATIVE_INFINITY);
        double high = domain.upper().map(Rational::toDouble).orElse(Double.POSITIVE_INFINITY);
        if (Double.isInfinite(low) && Double.isInfinite(high)) {
            return (round % 2 == 0 ? 1 : -1) * (0.2 + 1.5 * offset);
        }
        if (Double.isInfinite(high)) {
            return low + 0.2 + 1.5 * offset;
        }
        return Double.isInfinite(low) ? high - 0.2 - 1.5 * offset : low + (high - low) * offset;
    }
}
