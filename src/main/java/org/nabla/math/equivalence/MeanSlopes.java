package org.nabla.math.equivalence;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nabla.math.Deadline;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Rational;
import org.nabla.math.Substitution;
import org.nabla.math.equivalence.Equivalence.Relationship;
import org.nabla.math.value.Compiler;
import org.nabla.math.value.PrecisePoint;

/**
 * Whether two functions change alike over short stretches, seen from their values alone. Two functions with the same derivative
 * do, exactly; no rule of differentiation is asked.
 */
final class MeanSlopes {

    private static final Rational STEP = Rational.of(1, 1024);
    private static final int BITS = 160;
    private static final int POINTS = 24;
    private static final int ENOUGH = 3;
    private static final Duration LONGEST = Duration.ofMillis(200);

    private final PrecisePoint comparison;
    private final SamplePoints points;

    MeanSlopes(Expression response, Expression key, String variable, Map<String, Domain> variables) {
        var names = List.copyOf(Expression.symbolsOf(response, key, new Symbol(variable)));
        var indexes = new HashMap<String, Integer>();
        names.forEach(name -> indexes.put(name, indexes.size()));
        var compiler = new Compiler(indexes);
        // R(x + h) + K(x) and K(x + h) + R(x): what they differ by is the difference of the two changes.
        var right = compiler.compile(new Sum(List.of(moved(key, variable), response)));
        var left = compiler.compile(new Sum(List.of(moved(response, variable), key)));
        comparison = new PrecisePoint(compiler.program(), left, right, BITS, new Deadline(LONGEST));
        points = new SamplePoints(
                names.stream()
                        .map(name -> variables.getOrDefault(name, Domain.REAL))
                        .toList(),
                new double[] {1});
    }

    private static Expression moved(Expression function, String variable) {
        return Substitution.replace(
                function, Map.of(variable, new Sum(List.of(new Symbol(variable), new Numeral(STEP)))));
    }

    Relationship compare() {
        var alike = 0;
        var different = 0;
        for (var i = 0; i < POINTS && alike < 2 * ENOUGH && different < 2 * ENOUGH; i++) {
            var point = points.generic(i);
            if (points.contains(point)) {
                var finding = comparison.at(point);
                alike += finding == PrecisePoint.Finding.AGREE ? 1 : 0;
                different += finding == PrecisePoint.Finding.DIFFERENT ? 1 : 0;
            }
        }
        if (alike >= ENOUGH && different == 0) {
            return Relationship.SAME;
        }
        return different >= ENOUGH && alike == 0 ? Relationship.DIFFERENT : Relationship.UNKNOWN;
    }
}
