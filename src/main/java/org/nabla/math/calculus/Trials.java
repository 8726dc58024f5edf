package org.nabla.math.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.value.Evaluator;

/** Points of the declared domains at which a result is tried, always the same. */
public final class Trials {

    private static final long SEED = 271_828;
    private static final double RADIUS = 3;

    private final List<String> letters;
    private final Map<String, Domain> domains;
    private final Random random = new Random(SEED);

    Trials(List<String> letters, Map<String, Domain> domains) {
        this.letters = List.copyOf(letters);
        this.domains = domains;
    }

    /** A point with a value for each letter, in their order; near 0 mostly, and within the domains. */
    double[] next() {
        return letters.stream()
                .mapToDouble(letter -> next(domains.getOrDefault(letter, Domain.REAL)))
                .toArray();
    }

    private double next(Domain domain) {
        var low = domain.lower().map(Rational::toDouble);
        var high = domain.upper().map(Rational::toDouble);
        var a = low.orElseGet(() -> high.map(h -> h - 2 * RADIUS).orElse(-RADIUS));
        var b = high.orElseGet(() -> low.map(l -> l + RADIUS).orElse(RADIUS));
        var value = a + (b - a) * random.nextDouble();
        return domain.wholeNumbers() ? Math.rint(value) : value;
    }

    /** Whether the two have the same value at enough points at which both have one. */
    public static boolean agree(Expression a, Expression b, Map<String, Domain> domains) {
        var letters = new ArrayList<>(a.symbols());
        b.symbols().stream().filter(letter -> !letters.contains(letter)).forEach(letters::add);
        var left = Evaluator.of(a, letters);
        var right = Evaluator.of(b, letters);
        var trials = new Trials(letters, domains);
        var compared = 0;
        for (var i = 0; i < 400 && compared < 24; i++) {
            var point = trials.next();
            var x = left.at(point);
            var y = right.at(point);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                if (!isClose(x, y, 1e-7)) {
                    return false;
                }
                compared++;
            }
        }
        return compared >= (letters.isEmpty() ? 1 : 6);
    }

    public static boolean isClose(double x, double y, double tolerance) {
        return Math.abs(x - y) <= tolerance * Math.max(1e-3, Math.max(Math.abs(x), Math.abs(y)));
    }
}
