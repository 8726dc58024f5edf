package org.nabla.grading.realset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.value.Evaluator;

/** Points at which a function of the declared variables vanishes, found along lines parallel to the axes. */
public final class Zeros {

    private static final double REACH = 12;
    private static final int STEPS = 48;
    private static final double[] NEAR = IntStream.rangeClosed(0, STEPS)
            .mapToDouble(step -> -REACH + 2 * REACH * step / STEPS)
            .toArray();
    private static final int GROWING = 40;
    private static final double GROWTH = 1.4;
    private static final double[] FAR = DoubleStream.concat(
                    DoubleStream.concat(Arrays.stream(growing()).map(far -> -far), Arrays.stream(growing())),
                    Arrays.stream(NEAR))
            .sorted()
            .toArray();
    /** Where a whole line of zeros is met, some of them are enough. */
    private static final int ALONG = 16;

    private static final int BISECTIONS = 200;
    private static final double[] OTHERS = {0.37, -1.21, 2.43, 0, 1};

    private final List<String> names;
    private final Map<String, Domain> domains;

    /** Both far out and close to zero. */
    private static double[] growing() {
        var far = IntStream.rangeClosed(1, GROWING).mapToDouble(k -> REACH * Math.pow(GROWTH, k));
        var close = IntStream.rangeClosed(1, GROWING / 2).mapToDouble(k -> 0.4 * Math.pow(GROWTH, -k));
        return DoubleStream.concat(far, close).toArray();
    }

    public Zeros(Map<String, Domain> domains) {
        this.names = List.copyOf(domains.keySet());
        this.domains = domains;
    }

    /** Those within twelve of the axes. */
    public List<double[]> of(Expression function) {
        return along(function, NEAR);
    }

    /** Those up to ten million, far out in growing steps. */
    public List<double[]> widely(Expression function) {
        return along(function, FAR);
    }

    /** As {@link #of}, line by line, each looked at when it is wanted. */
    public Stream<List<double[]>> lines(Expression function) {
        return lines(function, NEAR);
    }

    /** As {@link #widely}, line by line, each looked at when it is wanted. */
    public Stream<List<double[]>> wideLines(Expression function) {
        return lines(function, FAR);
    }

    private List<double[]> along(Expression function, double[] steps) {
        return lines(function, steps).flatMap(List::stream).toList();
    }

    private Stream<List<double[]>> lines(Expression function, double[] steps) {
        var f = Evaluator.of(function, names);
        var others = names.size() == 1 ? 1 : OTHERS.length;
        return IntStream.range(0, names.size() * others).mapToObj(line -> {
            var point = new double[names.size()];
            for (var j = 0; j < point.length; j++) {
                point[j] = OTHERS[(line % others + j) % OTHERS.length];
            }
            var zeros = new ArrayList<double[]>();
            along(f, point, line / others, steps, zeros);
            zeros.removeIf(zero -> !inDomain(zero));
            return zeros;
        });
    }

    public boolean inDomain(double[] point) {
        for (var i = 0; i < point.length; i++) {
            var domain = domains.getOrDefault(names.get(i), Domain.REAL);
            if (!Double.isFinite(point[i])) {
                return false;
            }
            // Exact numbers are dear, and this is asked of thousands of points.
            if (!domain.equals(Domain.REAL) && !domain.contains(Rational.of(new java.math.BigDecimal(point[i])))) {
                return false;
            }
        }
        return true;
    }

    /** The zeros on a line through the point, parallel to an axis, between those steps. */
    static List<double[]> onLine(Evaluator f, double[] start, int axis, double[] steps) {
        var zeros = new ArrayList<double[]>();
        along(f, start, axis, steps, zeros);
        return zeros;
    }

    /** From ten million on one side to ten million on the other, in steps that grow. */
    static double[] wideSteps() {
        return FAR.clone();
    }

    private static void along(Evaluator f, double[] start, int axis, double[] steps, List<double[]> zeros) {
        var low = start.clone();
        low[axis] = steps[0];
        var below = f.at(low);
        for (var step = 1; step < steps.length; step++) {
            var high = start.clone();
            high[axis] = steps[step];
            var above = f.at(high);
            if (above == 0 && (below != 0 || step % ALONG == 0)) {
                zeros.add(high);
            } else if (below * above < 0 && Double.isFinite(below) && Double.isFinite(above)) {
                bisect(f, low, high, axis, zeros);
            }
            low = high;
            below = above;
        }
    }

    private static void bisect(Evaluator f, double[] from, double[] to, int axis, List<double[]> zeros) {
        var low = from.clone();
        var high = to.clone();
        var positiveBelow = f.at(low) > 0;
        var before = Math.abs(f.at(low)) + Math.abs(f.at(high));
        for (var i = 0; i < BISECTIONS; i++) {
            var middle = low.clone();
            middle[axis] = (low[axis] + high[axis]) / 2;
            if (middle[axis] == low[axis] || middle[axis] == high[axis]) {
                break;
            }
            if (f.at(middle) > 0 == positiveBelow) {
                low = middle;
            } else {
                high = middle;
            }
        }
        // At a pole the sign changes too, but the values grow.
        if (Math.abs(f.at(low)) < 1e-6 * before) {
            zeros.add(low);
        }
    }
}
