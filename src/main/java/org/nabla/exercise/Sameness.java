package org.nabla.exercise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.math.Expression;

/** Whether two values agree at some points, in doubles: enough to leave a mistake out, never to judge a response. */
final class Sameness {
    private static final double[][] POINTS = {
        {0.7, 1.3, 0.4, 2.1, 1.7}, {1.9, 0.6, 2.3, 0.8, 1.1}, {0.3, 2.7, 1.6, 1.2, 0.9}
    };

    private Sameness() {}

    static boolean inDoubles(Expression a, Expression b) {
        if (a.equals(b)) {
            return true;
        }
        Set<String> letters = new LinkedHashSet<>();
        gather(a, letters);
        gather(b, letters);
        try {
            int defined = 0;
            for (var point : POINTS) {
                var at = at(point, List.copyOf(letters));
                var left = Numerics.value(a, at);
                var right = Numerics.value(b, at);
                if (left.isFinite() || right.isFinite()) {
                    defined++;
                    if (left.isFinite() != right.isFinite() || !left.agrees(right, 1e-9)) {
                        return false;
                    }
                }
            }
            return defined > 0;
        } catch (NumericException e) {
            return false;
        }
    }

    private static Map<String, Numeric> at(double[] point, List<String> letters) {
        var at = new HashMap<String, Numeric>();
        for (int i = 0; i < letters.size(); i++) {
            at.put(letters.get(i), Numeric.of(point[i % point.length] + i / point.length));
        }
        return at;
    }

    static void gather(Expression e, Set<String> letters) {
        if (e instanceof Expression.Symbol symbol) {
            letters.add(symbol.name());
        }
        Children.of(e).forEach(child -> gather(child, letters));
    }

    static List<String> letters(Expression e) {
        Set<String> letters = new LinkedHashSet<>();
        gather(e, letters);
        return new ArrayList<>(letters);
    }
}
