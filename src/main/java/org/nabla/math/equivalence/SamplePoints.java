package org.nabla.math.equivalence;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.nabla.math.Domain;
import org.nabla.math.Rational;

/**
 * The points at which two expressions are compared: always the same for the same domains and landmarks. Every coordinate is
 * a fraction whose denominator is a power of two, so that a double holds it exactly.
 */
final class SamplePoints {

    /** How many points {@link #humane} knows. */
    static final int HUMANE_POINTS = 20;

    /** Values with which a person would check by hand, the most telling first. */
    private static final double[] HUMANE = {2, 3, 1, -1, 0.5, -2, 5, 0, 4, -3, 1.5, 7, -0.5, 10, 0.25, 6};

    /** The sizes of random points: most near 1, where most expressions live. */
    private static final double[] SCALES = {1, 2, 0.25, 5, 1, 30, 0.01, 3, 1000, 0.5, 8, 1e-4, 2, 100, 1, 1e5};

    private static final double[] NEAR_SCALES = {1, 0.1, 0.001, 20};
    private static final int BITS = 20;
    private static final long SEED = 0x6e61626c61L;

    private final Range[] ranges;
    private final double[][] choices;
    private final double[] landmarks;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** @param landmarks numbers near which the expressions may change their course: those that occur in them */
    SamplePoints(List<Domain> domains, double[] landmarks) {
        this.ranges = domains.stream().map(Range::of).toArray(Range[]::new);
        this.choices = Arrays.stream(ranges).map(SamplePoints::choices).toArray(double[][]::new);
        this.landmarks = landmarks;
    }

    private static double[] choices(Range range) {
        if (range.isUnbounded() && !range.whole() && !range.withoutZero()) {
            return HUMANE;
        }
        var inside = Arrays.stream(HUMANE).filter(range::contains).toArray();
        if (inside.length >= 3) {
            return inside;
        }
        var candidates = range.isBounded()
                ? IntStream.of(4, 2, 6, 1, 3, 5, 7)
                        .mapToDouble(eighth -> range.low() + (range.high() - range.low()) * eighth / 8)
                        .map(value -> cut(value, range.high() - range.low(), 6, range.whole()))
                : IntStream.rangeClosed(1, 8)
                        .mapToDouble(k -> Math.rint(range.anchor()) + (Double.isInfinite(range.high()) ? k : -k));
        return candidates.filter(range::contains).toArray();
    }

    int dimension() {
        return ranges.length;
    }

    /** Of whole numbers and simple fractions: nothing where a domain has none. */
    Optional<double[]> humane(int number) {
        var point = new double[ranges.length];
        for (var i = 0; i < point.length; i++) {
            var values = choices[i];
            if (values.length == 0) {
                return Optional.empty();
            }
            // Different values for each letter, and now and then all the same, zero first: there some differences show.
            var alike = number % 4 == 3 && point.length > 1;
            point[i] = values[(alike ? number / 4 * 5 + 7 : number + i * 3) % values.length];
        }
        return Optional.of(point);
    }

    /** A point in general position: on no curve on which an expression happens to be undefined. */
    double[] generic(int number) {
        var point = new double[ranges.length];
        var scale = SCALES[number % SCALES.length];
        for (var i = 0; i < point.length; i++) {
            var own = number % 4 == 3 ? SCALES[random.nextInt(SCALES.length)] : scale;
            point[i] = inside(ranges[i], own, 0);
        }
        return point;
    }

    /** A point in general position near landmarks. */
    double[] nearLandmark(int number) {
        var point = new double[ranges.length];
        var scale = NEAR_SCALES[number / 2 % NEAR_SCALES.length];
        for (var i = 0; i < point.length; i++) {
            var centre = landmarks.length == 0 ? 0 : landmarks[random.nextInt(landmarks.length)];
            point[i] = inside(ranges[i], scale, random.nextInt(3) == 0 ? -centre : centre);
        }
        return point;
    }

    /** A point in general position at about that distance from another. */
    double[] near(double[] centre, double scale) {
        var point = new double[ranges.length];
        for (var i = 0; i < point.length; i++) {
            point[i] = inside(ranges[i], scale, centre[i]);
        }
        return point;
    }

    private double inside(Range range, double scale, double centre) {
        for (var attempt = 0; attempt < 4; attempt++) {
            var size = scale * (0.05 + 0.95 * random.nextDouble());
            var step = random.nextBoolean() ? size : -size;
            var value = general(centre + step, scale, range.whole());
            if (range.contains(value)) {
                return value;
            }
            value = general(centre - step, scale, range.whole());
            if (range.contains(value)) {
                return value;
            }
        }
        return somewhere(range, scale);
    }

    private double somewhere(Range range, double scale) {
        var part = 0.02 + 0.96 * random.nextDouble();
        if (range.isBounded()) {
            var width = range.high() - range.low();
            return general(range.low() + width * part, width, range.whole());
        }
        var step = range.whole() ? Math.max(scale, 1) * part * 8 + 1 : scale * part;
        return general(range.anchor() + (Double.isInfinite(range.high()) ? step : -step), scale, range.whole());
    }

    /** Whether the point lies in the domains: where these are narrow, a point in general position need not. */
    boolean contains(double[] point) {
        for (var i = 0; i < point.length; i++) {
            if (!ranges[i].contains(point[i])) {
                return false;
            }
        }
        return true;
    }

    static Rational exactly(double value) {
        return Rational.of(new BigDecimal(value));
    }

    /** Between two multiples of a small unit, so never a number that somebody would write. */
    private static double general(double value, double scale, boolean whole) {
        if (whole) {
            return Math.rint(value);
        }
        var unit = Math.scalb(1.0, Math.getExponent(scale) - BITS);
        return (Math.floor(value / unit) + 0.5) * unit;
    }

    private static double cut(double value, double scale, int bits, boolean whole) {
        var unit = whole ? 1 : Math.scalb(1.0, Math.getExponent(scale) - bits);
        return Math.rint(value / unit) * unit;
    }
}
