package org.nabla.grading.realset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.value.Evaluator;

/**
 * Compares two sets of points. Boxes that cover all of space are divided until bounds tell whether they belong to each set, so
 * that a difference is found wherever it lies; then lines are drawn through the boxes that remain on a boundary, and the
 * pieces between all boundaries on them are compared, and the boundary points themselves. Whatever differs does so for certain.
 */
final class RegionComparison {

    /** What was found. */
    enum Finding {
        /** Certain of all points. */
        SAME,
        /** No difference at any point that was looked at. */
        ALIKE,
        DIFFERENT,
        /** Only points of a boundary differ. */
        DIFFERENT_EDGE,
        OUT_OF_TIME
    }

    private static final double[] CUTS = {-1e7, -1e3, -32, -4, 0, 4, 32, 1e3, 1e7};
    private static final int MOST_BOXES = 2_500;
    private static final int LINES = 32;
    private static final int STEPS = 12;
    private static final double SMALLEST = 1e-3;
    private static final double[] OTHERS = {0.37, -1.21, 2.43, 0, 1};
    private static final int ENOUGH_EDGES = 2;

    private record Box(double[] from, double[] to, int depth) {

        double width(int axis) {
            return to[axis] - from[axis];
        }

        double[] middle() {
            return IntStream.range(0, from.length)
                    .mapToDouble(i -> from[i] + width(i) / 2)
                    .toArray();
        }

        boolean isFinite() {
            return Double.isFinite(Arrays.stream(from).sum())
                    && Double.isFinite(Arrays.stream(to).sum());
        }
    }

    private final PointSet left;
    private final PointSet right;
    private final int dimension;
    private final Zeros domain;
    private final List<Domain> domains;
    private final BooleanSupplier outOfTime;
    private final List<Evaluator> boundaries;
    private final List<Box> onBoundary = new ArrayList<>();
    private int same;
    private int opposite;
    private int edges;

    RegionComparison(PointSet left, PointSet right, Map<String, Domain> domains, BooleanSupplier outOfTime) {
        this.left = left;
        this.right = right;
        this.domains = List.copyOf(domains.values());
        this.dimension = domains.size();
        this.domain = new Zeros(domains);
        this.outOfTime = outOfTime;
        var names = List.copyOf(domains.keySet());
        boundaries = Stream.of(left, right)
                .flatMap(set -> set.boundaries().stream())
                .distinct()
                .map((Expression function) -> Evaluator.of(function, names))
                .toList();
    }

    Finding find() {
        if (boxesDiffer()) {
            return Finding.DIFFERENT;
        }
        if (outOfTime.getAsBoolean()) {
            return Finding.OUT_OF_TIME;
        }
        if (onBoundary.isEmpty()) {
            return Finding.SAME;
        }
        var lines = new ArrayList<Line>();
        for (var box : chosen()) {
            for (var axis = 0; axis < dimension; axis++) {
                lines.add(new Line(box.middle(), axis, around(box, axis)));
            }
        }
        for (var axis = 0; axis < dimension; axis++) {
            for (var other = 0; other < OTHERS.length; other++) {
                var start = new double[dimension];
                for (var j = 0; j < dimension; j++) {
                    start[j] = OTHERS[(other + j) % OTHERS.length];
                }
                lines.add(new Line(start, axis, Zeros.wideSteps()));
            }
        }
        for (var line : lines) {
            if (differOn(line)) {
                return Finding.DIFFERENT;
            }
            if (outOfTime.getAsBoolean()) {
                return Finding.OUT_OF_TIME;
            }
        }
        return edges >= ENOUGH_EDGES ? Finding.DIFFERENT_EDGE : Finding.ALIKE;
    }

    /** Whether one set is what the other leaves, wherever it is certain. */
    boolean isComplement() {
        boxesDiffer();
        return same == 0 && opposite > 0;
    }

    private boolean boxesDiffer() {
        var open = new ArrayDeque<Box>();
        var differing = new ArrayDeque<Box>();
        initial(0, new double[dimension], new double[dimension], open);
        var found = false;
        for (var count = 0; count < MOST_BOXES && !(open.isEmpty() && differing.isEmpty()); count++) {
            if (count % 64 == 63 && outOfTime.getAsBoolean()) {
                return found;
            }
            // Where one is certain and the other is not, a difference is near.
            var box = !differing.isEmpty() && (count % 2 == 0 || open.isEmpty()) ? differing.poll() : open.poll();
            var a = left.over(box.from(), box.to());
            var b = right.over(box.from(), box.to());
            if (a.contradicts(b)) {
                found |= holdsAtPoint(box);
                opposite++;
                if (same > 0 && found) {
                    return true;
                }
            } else if (a != Membership.OPEN && b != Membership.OPEN) {
                same++;
                if (found) {
                    return true;
                }
            } else if (!box.isFinite() || isSmall(box)) {
                onBoundary.add(box);
            } else {
                split(box, a == b ? open : differing);
            }
        }
        onBoundary.addAll(differing);
        onBoundary.addAll(open);
        return found;
    }

    /** Bounds of a box and the value at a point of it are two witnesses. */
    private boolean holdsAtPoint(Box box) {
        var point = new double[dimension];
        for (var i = 0; i < dimension; i++) {
            point[i] = Double.isInfinite(box.from()[i])
                    ? box.to()[i] - 1
                    : Double.isInfinite(box.to()[i]) ? box.from()[i] + 1 : box.middle()[i];
        }
        return domain.inDomain(point) && left.contains(point) != right.contains(point);
    }

    private void initial(int axis, double[] from, double[] to, ArrayDeque<Box> boxes) {
        if (axis == dimension) {
            boxes.add(new Box(from.clone(), to.clone(), 0));
            return;
        }
        var low = domains.get(axis).lower().map(r -> r.toDouble()).orElse(Double.NEGATIVE_INFINITY);
        var high = domains.get(axis).upper().map(r -> r.toDouble()).orElse(Double.POSITIVE_INFINITY);
        var cuts = new ArrayList<Double>();
        cuts.add(low);
        for (var cut : dimension > 2 ? new double[] {-32, 0, 32} : CUTS) {
            if (cut > low && cut < high) {
                cuts.add(cut);
            }
        }
        cuts.add(high);
        for (var i = 0; i + 1 < cuts.size(); i++) {
            from[axis] = cuts.get(i);
            to[axis] = cuts.get(i + 1);
            initial(axis + 1, from, to, boxes);
        }
    }

    private boolean isSmall(Box box) {
        return IntStream.range(0, dimension).allMatch(i -> relativeWidth(box, i) < SMALLEST);
    }

    private static double relativeWidth(Box box, int axis) {
        return box.width(axis) / Math.max(1, Math.min(Math.abs(box.from()[axis]), Math.abs(box.to()[axis])));
    }

    private void split(Box box, ArrayDeque<Box> boxes) {
        var axis = IntStream.range(0, dimension)
                .boxed()
                .max(Comparator.comparingDouble(i -> relativeWidth(box, i)))
                .orElseThrow();
        var cut = cut(box.from()[axis], box.to()[axis]);
        var to = box.to().clone();
        var from = box.from().clone();
        to[axis] = cut;
        from[axis] = cut;
        boxes.add(new Box(box.from(), to, box.depth() + 1));
        boxes.add(new Box(from, box.to(), box.depth() + 1));
    }

    /** Far out, a box from 1,000 to ten million is cut at 100,000 rather than at five million. */
    private static double cut(double from, double to) {
        return from > 1 && to / from > 8
                ? Math.sqrt(from) * Math.sqrt(to)
                : to < -1 && from / to > 8 ? -Math.sqrt(-from) * Math.sqrt(-to) : from + (to - from) / 2;
    }

    private List<Box> chosen() {
        var finite = onBoundary.stream()
                .filter(Box::isFinite)
                .sorted(Comparator.comparingInt(Box::depth).reversed())
                .toList();
        var step = Math.max(1, finite.size() / LINES);
        return IntStream.iterate(0, i -> i < finite.size(), i -> i + step)
                .mapToObj(finite::get)
                .toList();
    }

    private static double[] around(Box box, int axis) {
        var width = box.width(axis);
        return IntStream.rangeClosed(0, STEPS)
                .mapToDouble(step -> box.from()[axis] - width + 3 * width * step / STEPS)
                .toArray();
    }

    /** Parallel to an axis. */
    private record Line(double[] start, int axis, double[] steps) {}

    private boolean differOn(Line line) {
        var zeros = new ArrayList<double[]>();
        for (var boundary : boundaries) {
            zeros.addAll(Zeros.onLine(boundary, line.start(), line.axis(), line.steps()));
        }
        var axis = line.axis();
        zeros.sort(Comparator.comparingDouble(zero -> zero[axis]));
        var places = new ArrayList<Double>();
        places.add(line.steps()[0]);
        zeros.forEach(zero -> places.add(zero[axis]));
        places.add(line.steps()[line.steps().length - 1]);
        Collections.sort(places);
        for (var i = 0; i + 1 < places.size(); i++) {
            var between = line.start().clone();
            between[axis] = places.get(i) + (places.get(i + 1) - places.get(i)) / 2;
            if (domain.inDomain(between) && left.over(between, between).contradicts(right.over(between, between))) {
                return true;
            }
        }
        for (var zero : zeros) {
            if (domain.inDomain(zero) && left.atEdge(zero, axis).contradicts(right.atEdge(zero, axis))) {
                edges += isShort(zero[axis]) ? ENOUGH_EDGES : 1;
            }
        }
        return false;
    }

    /** A coordinate of few binary digits was met exactly, so that the point lies on the boundary and counts alone. */
    private static boolean isShort(double coordinate) {
        return coordinate * 1024 == Math.rint(coordinate * 1024) && Math.abs(coordinate) < 1e6;
    }
}
