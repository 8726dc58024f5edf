package org.nabla.grading.locus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nabla.grading.realset.RealSet;
import org.nabla.math.Expression;
import org.nabla.math.value.Evaluator;

/** The points of a path, numerically: samples, and how far a point is from it. */
final class Track {

    private static final double REACH = 10;
    private static final int STEPS = 1000;
    private static final int NEAREST = 4;
    /** Open ends are kept away from by this part of the range, so that a missing end point is seen. */
    private static final double MARGIN = 1e-4;

    private static final double CLOSE = 1e-6;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final List<Evaluator> entries;
    private final double[] times;
    private final double[][] points;

    Track(List<Expression> path, String parameter, Optional<RealSet.Piece> range) {
        entries = path.stream()
                .map(entry -> Evaluator.of(entry, List.of(parameter)))
                .toList();
        times = times(range);
        points = Arrays.stream(times).mapToObj(this::at).toArray(double[][]::new);
    }

    private static double[] times(Optional<RealSet.Piece> range) {
        var low = range.map(piece -> piece.lower().value()).orElse(Double.NEGATIVE_INFINITY);
        var high = range.map(piece -> piece.upper().value()).orElse(Double.POSITIVE_INFINITY);
        if (Double.isFinite(low) && Double.isFinite(high)) {
            var length = high - low;
            var from = range.orElseThrow().lower().closed() ? low : low + MARGIN * length;
            var to = range.orElseThrow().upper().closed() ? high : high - MARGIN * length;
            return IntStream.rangeClosed(0, STEPS)
                    .mapToDouble(i -> i == STEPS ? to : from + (to - from) * i / STEPS)
                    .toArray();
        }
        // Evenly near zero, then in growing steps.
        var all = IntStream.rangeClosed(-STEPS, STEPS).mapToDouble(i -> {
            var u = i * 2.0 / STEPS;
            return REACH * u / 2 + Math.signum(u) * Math.max(0, Math.exp(5 * (Math.abs(u) - 1)) - 1);
        });
        return all.filter(t -> Coverage.contains(range, t)).toArray();
    }

    private double[] at(double time) {
        return entries.stream().mapToDouble(entry -> entry.at(time)).toArray();
    }

    /** Some points of the path, both ends among them. */
    List<double[]> samples(int count) {
        var samples = new ArrayList<double[]>();
        for (var i = 0; i < count; i++) {
            var point = points[(int) ((long) i * (points.length - 1) / (count - 1))];
            if (Arrays.stream(point).allMatch(Double::isFinite)) {
                samples.add(point);
            }
        }
        return samples;
    }

    boolean isOnePoint() {
        var samples = samples(50);
        return samples.stream().allMatch(point -> near(distance(point, samples.get(0)), point));
    }

    boolean passes(double[] point) {
        var best = IntStream.range(0, times.length)
                .boxed()
                .filter(i -> !Double.isNaN(distance(points[i], point)))
                .sorted(Comparator.comparingDouble(i -> distance(points[i], point)))
                .limit(NEAREST)
                .toList();
        return best.stream().anyMatch(i -> near(closest(i, point), point));
    }

    private static boolean near(double distance, double[] point) {
        return distance
                <= CLOSE * (1 + Arrays.stream(point).map(Math::abs).max().orElse(0));
    }

    /** The least distance about one of the grid's times, by golden section. */
    private double closest(int index, double[] point) {
        var low = times[Math.max(0, index - 1)];
        var high = times[Math.min(times.length - 1, index + 1)];
        var best = distance(points[index], point);
        for (var i = 0; i < 80; i++) {
            var left = high - GOLDEN * (high - low);
            var right = low + GOLDEN * (high - low);
            var atLeft = distance(at(left), point);
            var atRight = distance(at(right), point);
            best = Math.min(
                    best, Math.min(Double.isNaN(atLeft) ? best : atLeft, Double.isNaN(atRight) ? best : atRight));
            if (atLeft < atRight) {
                high = right;
            } else {
                low = left;
            }
        }
        return best;
    }

    private static double distance(double[] left, double[] right) {
        var sum = 0.0;
        for (var i = 0; i < left.length; i++) {
            sum += (left[i] - right[i]) * (left[i] - right[i]);
        }
        return Math.sqrt(sum);
    }
}
