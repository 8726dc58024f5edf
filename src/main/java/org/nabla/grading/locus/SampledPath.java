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
final class SampledPath {

    private static final double REACH = 10;
    private static final int STEPS = 1000;
    private static final int NEAREST = 4;
    /** What lies within this part of the range of an open end is taken for that end, which does not belong to the path. */
    private static final double MARGIN = 1e-9;

    /** Beyond an end of another path this one is looked at in steps of these parts of its range. */
    private static final double[] BEYOND = {1e-4, 1e-3, 1e-2, 3e-2};

    private static final double CLOSE = 1e-6;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final List<Evaluator> entries;
    private final double[] times;
    private final double[][] points;
    private final boolean lowerOpen;
    private final boolean upperOpen;

    SampledPath(List<Expression> path, String parameter, Optional<RealSet.Piece> range) {
        entries = path.stream()
                .map(entry -> Evaluator.of(entry, List.of(parameter)))
                .toList();
        times = times(range);
        lowerOpen = range.filter(piece ->
                        !piece.lower().closed() && Double.isFinite(piece.lower().value()))
                .isPresent();
        upperOpen = range.filter(piece ->
                        !piece.upper().closed() && Double.isFinite(piece.upper().value()))
                .isPresent();
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
        if (Double.isFinite(low)) {
            var first = low + (range.orElseThrow().lower().closed() ? 0 : MARGIN);
            return all.filter(t -> t >= 0).map(t -> first + t).toArray();
        }
        if (Double.isFinite(high)) {
            var last = high - (range.orElseThrow().upper().closed() ? 0 : MARGIN);
            return all.filter(t -> t <= 0).map(t -> last + t).toArray();
        }
        return all.toArray();
    }

    private double[] at(double time) {
        return entries.stream().mapToDouble(entry -> entry.at(time)).toArray();
    }

    /** Some points of the path, both ends among them where they belong to it. */
    List<double[]> samples(int count) {
        var samples = new ArrayList<double[]>();
        var first = lowerOpen ? 1 : 0;
        var last = points.length - (upperOpen ? 2 : 1);
        for (var i = 0; i < count; i++) {
            var point = points[first + (int) ((long) i * (last - first) / (count - 1))];
            if (Arrays.stream(point).allMatch(Double::isFinite)) {
                samples.add(point);
            }
        }
        return samples;
    }

    /** Where the path begins and ends, as far as it does. */
    List<double[]> ends() {
        var ends = new ArrayList<double[]>();
        if (times.length == STEPS + 1) {
            ends.add(points[0]);
            ends.add(points[STEPS]);
        }
        ends.removeIf(end -> !Arrays.stream(end).allMatch(Double::isFinite));
        return ends;
    }

    /** Points of this path a little before and after those at which another one ends: what that leaves out begins there. */
    List<double[]> beyond(List<double[]> ends) {
        var found = new ArrayList<double[]>();
        var length = times[times.length - 1] - times[0];
        for (var end : ends) {
            for (var index : nearest(end)) {
                var time = closest(index, end);
                for (var step : BEYOND) {
                    for (var there : new double[] {time - step * length, time + step * length}) {
                        var inside = there > times[0] && there < times[times.length - 1];
                        if (inside && !near(distance(at(there), end) / 10, end)) {
                            found.add(at(there));
                        }
                    }
                }
            }
        }
        found.removeIf(point -> !Arrays.stream(point).allMatch(Double::isFinite));
        return found;
    }

    boolean isOnePoint() {
        var samples = samples(50);
        return samples.stream().allMatch(point -> near(distance(point, samples.get(0)), point));
    }

    boolean passes(double[] point) {
        return nearest(point).stream().anyMatch(index -> {
            var time = closest(index, point);
            return near(distance(at(time), point), point) && !isOpenEnd(time);
        });
    }

    private boolean isOpenEnd(double time) {
        var last = times[times.length - 1];
        var margin = 3 * MARGIN * Math.min(1, last - times[0]);
        return lowerOpen && time < times[0] + margin || upperOpen && time > last - margin;
    }

    /** The grid's times that come nearest, one for each stretch on which the distance falls and rises. */
    private List<Integer> nearest(double[] point) {
        var distances =
                Arrays.stream(points).mapToDouble(p -> distance(p, point)).toArray();
        return IntStream.range(0, times.length)
                .filter(i -> !Double.isNaN(distances[i])
                        && !(i > 0 && distances[i - 1] < distances[i])
                        && !(i + 1 < times.length && distances[i + 1] < distances[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .limit(NEAREST)
                .toList();
    }

    private static boolean near(double distance, double[] point) {
        return distance
                <= CLOSE * (1 + Arrays.stream(point).map(Math::abs).max().orElse(0));
    }

    /** The time of the least distance about one of the grid's times, by golden section. */
    private double closest(int index, double[] point) {
        var low = times[Math.max(0, index - 1)];
        var high = times[Math.min(times.length - 1, index + 1)];
        var best = times[index];
        var least = distance(points[index], point);
        for (var i = 0; i < 80; i++) {
            var left = high - GOLDEN * (high - low);
            var right = low + GOLDEN * (high - low);
            var atLeft = distance(at(left), point);
            var atRight = distance(at(right), point);
            if (atLeft < least) {
                least = atLeft;
                best = left;
            }
            if (atRight < least) {
                least = atRight;
                best = right;
            }
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
