package org.nabla.math;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * The points at which two expressions are compared: always the same for the same domains and landmarks. Every coordinate is
 * a fraction whose denominator is a power of two, so that a double holds it exactly.
 */
final class SamplePoints {

    /** Values with which a person would check by hand, the most telling first. */
    private static final double[] HUMANE = {2, 3, 1, -1, 0.5, -2, 5, 0, 4, -3, 1.5, 7, -0.5, 10, 0.25, 6};

    /** The sizes of random points: most near 1, where most expressions live. */
    private static final double[] SCALES = {1, 2, 0.25, 5, 1, 30, 0.01, 3, 1000, 0.5, 8, 1e-4, 2, 100, 1, 1e5};

    private static final long SEED = 0x6e61626c61L;

    private final List<Domain> domains;
    private final double[] landmarks;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** @param landmarks numbers near which the expressions may change their course: those that occur in them */
    SamplePoints(List<Domain> domains, List<Double> landmarks) {
        this.domains = domains;
        this.landmarks = new TreeSet<>(landmarks)
                .stream().mapToDouble(Double::doubleValue).limit(24).toArray();
    }

    /** Whole numbers and simple fractions of the domain. */
    List<double[]> humane() {
        var points = new ArrayList<double[]>();
        for (var k = 0; k < HUMANE.length; k++) {
            add(points, k, 1);
            add(points, k, 3);
        }
        for (var value : HUMANE) {
            addIfInside(points, domains.stream().mapToDouble(d -> value).toArray());
        }
        return points;
    }

    private void add(List<double[]> points, int from, int step) {
        var point = new double[domains.size()];
        for (var i = 0; i < point.length; i++) {
            var choices = humaneIn(domains.get(i));
            if (choices.length == 0) {
                return;
            }
            point[i] = choices[(from + i * step) % choices.length];
        }
        points.add(point);
    }

    private static double[] humaneIn(Domain domain) {
        var inside = java.util.Arrays.stream(HUMANE)
                .filter(value -> contains(domain, value))
                .toArray();
        if (inside.length >= 3 || domain.lower().isEmpty() || domain.upper().isEmpty()) {
            return inside.length > 0 ? inside : shifted(domain);
        }
        var low = domain.lower().orElseThrow().toDouble();
        var width = domain.upper().orElseThrow().toDouble() - low;
        return java.util.stream.IntStream.of(4, 2, 6, 1, 3, 5, 7)
                .mapToDouble(eighth -> dyadic(low + width * eighth / 8, width, 6, domain.wholeNumbers()))
                .filter(value -> contains(domain, value))
                .toArray();
    }

    private static double[] shifted(Domain domain) {
        var start = domain.lower().or(domain::upper).map(Rational::toDouble).orElse(0.0);
        var direction = domain.lower().isPresent() ? 1 : -1;
        return java.util.stream.IntStream.rangeClosed(1, 8)
                .mapToDouble(k -> Math.rint(start) + direction * k)
                .filter(value -> contains(domain, value))
                .toArray();
    }

    /** A point in general position: on no curve on which an expression happens to be undefined. */
    double[] generic(int number) {
        var point = new double[domains.size()];
        var scale = SCALES[number % SCALES.length];
        for (var i = 0; i < point.length; i++) {
            var own = number % 4 == 3 ? SCALES[random.nextInt(SCALES.length)] : scale;
            point[i] = inside(domains.get(i), own, 0);
        }
        return point;
    }

    /** A point in general position near landmarks, nearer and nearer. */
    double[] nearLandmark(int number) {
        var point = new double[domains.size()];
        var scale = new double[] {1, 0.1, 0.001, 20}[number % 4];
        for (var i = 0; i < point.length; i++) {
            var centre = landmarks.length == 0 ? 0 : landmarks[random.nextInt(landmarks.length)];
            point[i] = inside(domains.get(i), scale, random.nextInt(3) == 0 ? -centre : centre);
        }
        return point;
    }

    private double inside(Domain domain, double scale, double centre) {
        for (var attempt = 0; attempt < 8; attempt++) {
            var sign = random.nextBoolean() ? 1 : -1;
            var size = scale * (0.05 + 0.95 * random.nextDouble());
            var value = dyadic(centre + sign * size, scale, 20, domain.wholeNumbers());
            if (contains(domain, value)) {
                return value;
            }
            if (contains(domain, centre - sign * size) && !domain.wholeNumbers()) {
                return dyadic(centre - sign * size, scale, 20, false);
            }
        }
        return within(domain, scale);
    }

    private double within(Domain domain, double scale) {
        var part = 0.02 + 0.96 * random.nextDouble();
        if (domain.lower().isPresent() && domain.upper().isPresent()) {
            var low = domain.lower().orElseThrow().toDouble();
            var width = domain.upper().orElseThrow().toDouble() - low;
            return dyadic(low + width * part, width, 24, domain.wholeNumbers());
        }
        var step = domain.wholeNumbers() ? Math.max(scale, 1) * part * 8 + 1 : scale * part;
        var start = domain.lower().or(domain::upper).map(Rational::toDouble).orElse(0.0);
        return dyadic(domain.lower().isPresent() ? start + step : start - step, scale, 20, domain.wholeNumbers());
    }

    private void addIfInside(List<double[]> points, double[] point) {
        for (var i = 0; i < point.length; i++) {
            if (!contains(domains.get(i), point[i])) {
                return;
            }
        }
        points.add(point);
    }

    /** Whether the point lies in the domains: what {@link #generic} gives need not, where these are narrow. */
    boolean contains(double[] point) {
        for (var i = 0; i < point.length; i++) {
            if (!contains(domains.get(i), point[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(Domain domain, double value) {
        return domain == Domain.REAL || domain.contains(exactly(value));
    }

    static Rational exactly(double value) {
        return Rational.of(new java.math.BigDecimal(value));
    }

    /** The value cut to so many bits below its scale. */
    private static double dyadic(double value, double scale, int bits, boolean whole) {
        if (whole) {
            return Math.rint(value);
        }
        var unit = Math.scalb(1.0, Math.getExponent(scale) - bits);
        return (Math.floor(value / unit) + 0.5) * unit;
    }
}
