package org.nabla.exercise.numeric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionSort;

/**
 * Whether two values mean the same answer, found at some points in doubles: enough to leave a mistake out, never to judge a
 * response.
 */
public final class Sameness {
    private static final double TOLERANCE = 1e-9;
    private static final double[][] POINTS = {
        {0.7, 1.3, 0.4, 2.1, 1.7}, {1.9, 0.6, 2.3, 0.8, 1.1}, {0.3, 2.7, 1.6, 1.2, 0.9}
    };

    private Sameness() {}

    /** As answers of that kind: a set in any order, a direction of any length, an equation times any number. */
    public static boolean asAnswers(String kind, Expression a, Expression b) {
        return switch (kind) {
            case "set" ->
                sameSet(
                        ExpressionSort.of(a) == ExpressionSort.LIST ? a.children() : List.of(a),
                        ExpressionSort.of(b) == ExpressionSort.LIST ? b.children() : List.of(b));
            case "direction" -> inDoubles(a, b) || proportional(a, b, true);
            case "parallel", "equation", "plane", "curve" ->
                inDoubles(a, b) || proportional(difference(a), difference(b), false);
            case "antiderivative" -> inDoubles(a, b) || byAConstant(a, b);
            default -> inDoubles(a, b);
        };
    }

    static boolean inDoubles(Expression a, Expression b) {
        return a.equals(b) || agree(a, b, pairs -> pairs.stream().allMatch(p -> p.left.agrees(p.right, TOLERANCE)));
    }

    private static boolean sameSet(List<Expression> a, List<Expression> b) {
        return a.stream().allMatch(e -> b.stream().anyMatch(f -> inDoubles(e, f)))
                && b.stream().allMatch(e -> a.stream().anyMatch(f -> inDoubles(e, f)));
    }

    /** Whether one factor takes the first into the second everywhere. */
    private static boolean proportional(Expression a, Expression b, boolean positive) {
        return agree(a, b, pairs -> {
            double aa = 0;
            double ab = 0;
            for (var pair : pairs) {
                aa += pair.left.dot(pair.left);
                ab += pair.left.dot(pair.right);
            }
            double factor = ab / aa;
            return Double.isFinite(factor)
                    && factor != 0
                    && (factor > 0 || !positive)
                    && pairs.stream().allMatch(p -> p.left.times(factor).agrees(p.right, TOLERANCE));
        });
    }

    private static boolean byAConstant(Expression a, Expression b) {
        return agree(a, b, pairs -> {
            var constant = pairs.get(0).right.minus(pairs.get(0).left);
            return pairs.stream().allMatch(p -> p.left.plus(constant).agrees(p.right, TOLERANCE));
        });
    }

    /** An equation as what it sets to zero. */
    private static Expression difference(Expression e) {
        return Difference.ofEquation(e).orElse(e);
    }

    private record Pair(Numeric left, Numeric right) {}

    /** Whether both are undefined at the same points, and their values elsewhere pass the test. */
    private static boolean agree(Expression a, Expression b, Predicate<List<Pair>> test) {
        Set<String> letters = new LinkedHashSet<>();
        gather(a, letters);
        gather(b, letters);
        try {
            var pairs = new ArrayList<Pair>();
            for (var point : POINTS) {
                var at = at(point, List.copyOf(letters));
                var pair = new Pair(Numerics.value(a, at), Numerics.value(b, at));
                if (pair.left.isFinite() != pair.right.isFinite()) {
                    return false;
                }
                if (pair.left.isFinite()) {
                    pairs.add(pair);
                }
            }
            return !pairs.isEmpty() && test.test(pairs);
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

    /** In the order in which they first stand there. */
    static void gather(Expression e, Set<String> letters) {
        if (e.children().isEmpty()) {
            e.addSymbolsTo(letters);
        }
        e.children().forEach(child -> gather(child, letters));
    }

    public static List<String> letters(Expression e) {
        Set<String> letters = new LinkedHashSet<>();
        gather(e, letters);
        return new ArrayList<>(letters);
    }
}
