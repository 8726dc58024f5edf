package org.nabla.grading.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.value.Evaluator;

/** A few fixed points of the declared domains, to look for a mistake cheaply before it is confirmed exactly. */
public final class Probes {

    /** Neither round nor related, so that two functions rarely agree there by chance. */
    private static final double[] SEEDS = {0.731, -1.137, 1.913, 0.377, -2.359, 2.711, -0.563, 3.307, 1.291, -0.219};

    private static final int COUNT = 8;

    private final List<String> names;
    private final List<double[]> points = new ArrayList<>();

    public Probes(Map<String, Domain> domains) {
        names = List.copyOf(domains.keySet());
        for (var i = 0; i < COUNT; i++) {
            var point = new double[names.size()];
            for (var j = 0; j < point.length; j++) {
                point[j] = inside(domains.get(names.get(j)), SEEDS[(i + 3 * j) % SEEDS.length]);
            }
            points.add(point);
        }
    }

    public List<double[]> points() {
        return List.copyOf(points);
    }

    /** The values at all points, NaN where there is none. */
    public double[] values(Expression expression) {
        var evaluator = Evaluator.of(expression, names);
        return points.stream().mapToDouble(evaluator::at).toArray();
    }

    private static double inside(@org.jspecify.annotations.Nullable Domain domain, double seed) {
        if (domain == null) {
            return seed;
        }
        var lower = domain.lower().map(Rational::toDouble);
        var upper = domain.upper().map(Rational::toDouble);
        double value;
        if (lower.isPresent() && upper.isPresent()) {
            var fraction = Math.abs(seed) / 3.5;
            value = lower.get() + (upper.get() - lower.get()) * fraction;
        } else if (lower.isPresent()) {
            value = lower.get() + Math.abs(seed);
        } else if (upper.isPresent()) {
            value = upper.get() - Math.abs(seed);
        } else {
            value = seed;
        }
        return domain.wholeNumbers()
                ? Math.ceil(value) + (domain.withoutZero() && Math.ceil(value) == 0 ? 1 : 0)
                : value;
    }
}
