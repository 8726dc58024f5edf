package org.nabla.grading.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.equivalence.Equivalence;
import org.nabla.math.value.Evaluator;

/** What a point at which two functions differ may tell: never the key itself. */
final class TellingPoint {
    /** Far enough for another value of anything that changes there, near enough to be of the same piece. */
    private static final double STEP = 1e-3;

    private static final double SAME = 1e-12;

    private TellingPoint() {}

    /** The point, unless the key is constant around it: then its value there would be all of it. */
    static Optional<Equivalence.Counterexample> counterexample(Equivalence found, Expression key) {
        return found.counterexample().filter(point -> !isConstantAt(point, key));
    }

    private static boolean isConstantAt(Equivalence.Counterexample found, Expression key) {
        var names = List.copyOf(Trees.symbols(key));
        var values = Evaluator.of(key, names);
        var point = new double[names.size()];
        for (var i = 0; i < point.length; i++) {
            var at = found.point().get(names.get(i));
            point[i] = at == null ? 0 : at.toDouble();
        }
        var here = values.at(point);
        var around = new ArrayList<Double>();
        for (var i = 0; i < point.length; i++) {
            for (var step : new double[] {STEP, -STEP}) {
                var beside = point.clone();
                beside[i] += step * Math.max(1, Math.abs(point[i]));
                around.add(values.at(beside));
            }
        }
        return around.stream().allMatch(there -> Math.abs(there - here) <= SAME * Math.max(1, Math.abs(here)));
    }
}
