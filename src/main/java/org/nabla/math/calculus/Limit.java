package org.nabla.math.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Rationals;
import org.nabla.math.Substitution;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Evaluator;

/** The limit of a function of one letter: by insertion where it is continuous, otherwise by {@link Growth}. */
public final class Limit {

    private static final double TOLERANCE = 2e-3;
    private static final double[] DISTANCES = {1e-1, 1e-2, 1e-3, 1e-4, 1e-5};

    private final Expression f;
    private final String letter;
    private final Map<String, Domain> domains;

    public Limit(Expression f, String letter, Map<String, Domain> domains) {
        this.f = f;
        this.letter = letter;
        this.domains = domains;
    }

    /** From both sides, or from below at ∞; ∞ or −∞ where the function grows beyond bounds. */
    public Optional<Expression> at(Expression a) {
        if (a == Constant.INFINITY) {
            return fromBelow(a);
        } else if (isMinusInfinity(a)) {
            return fromAbove(a);
        }
        var inserted = Tidy.tidy(Substitution.replace(f, Map.of(letter, a)), domains);
        if (inserted.hasSymbol()
                ? !inserted.anyMatch(Limit::isUndefined)
                : Double.isFinite(Evaluator.of(inserted, List.of()).at())) {
            return Optional.of(inserted);
        }
        var above = fromAbove(a);
        var below = fromBelow(a);
        if (isUndefinedNear(a, 1) && !isUndefinedNear(a, -1)) {
            return below;
        } else if (isUndefinedNear(a, -1) && !isUndefinedNear(a, 1)) {
            return above;
        }
        return above.equals(below) ? above : Optional.empty();
    }

    private static boolean isUndefined(Expression e) {
        return e.isScalar()
                && !e.hasSymbol()
                && Double.isNaN(Evaluator.of(e, List.of()).at());
    }

    /** Whether the function, without other letters, has no values on that side: there the limit is the other one. */
    private boolean isUndefinedNear(Expression a, int side) {
        var function = Evaluator.of(f, List.of(letter));
        var centre = Evaluator.of(a, List.of()).at();
        return f.symbols().size() == 1
                && !a.hasSymbol()
                && java.util.Arrays.stream(DISTANCES)
                        .allMatch(distance -> Double.isNaN(function.at(centre + side * distance)));
    }

    private static boolean isMinusInfinity(Expression a) {
        return a.isInfinite() && a != Constant.INFINITY;
    }

    Optional<Expression> fromAbove(Expression a) {
        return toInfinity(s -> isMinusInfinity(a)
                ? new Negation(s)
                : new Expression.Sum(List.of(a, new Expression.Quotient(Rationals.write(1), s))));
    }

    Optional<Expression> fromBelow(Expression a) {
        return toInfinity(s -> a == Constant.INFINITY
                ? s
                : new Expression.Sum(List.of(a, new Negation(new Expression.Quotient(Rationals.write(1), s)))));
    }

    private Optional<Expression> toInfinity(java.util.function.UnaryOperator<Expression> path) {
        var s = letter + "_s";
        var along = Substitution.replace(f, Map.of(letter, path.apply(new Symbol(s))));
        return new Growth(s, domains).of(along);
    }

    /** Whether values nearby come close to the limit, for some values of the other letters. */
    public boolean isConfirmed(Expression limit, Expression a) {
        var names = new ArrayList<>(f.symbols());
        names.addAll(a.symbols());
        names.remove(letter);
        var parameters = names.stream().distinct().toList();
        var trials = new Trials(parameters, domains);
        var wanted = parameters.isEmpty() ? 1 : 3;
        var confirmed = 0;
        for (var i = 0; i < 40 && confirmed < wanted; i++) {
            var point = trials.next();
            if (approaches(limit, a, parameters, point)) {
                confirmed++;
            } else if (parameters.isEmpty()) {
                return false;
            }
        }
        return confirmed == wanted;
    }

    private boolean approaches(Expression limit, Expression a, List<String> parameters, double[] point) {
        var names = new ArrayList<>(parameters);
        names.add(letter);
        var function = Evaluator.of(f, names);
        var values = java.util.Arrays.copyOf(point, names.size());
        var infinite = a == Constant.INFINITY || isMinusInfinity(a);
        var centre = infinite ? 0 : Evaluator.of(a, parameters).at(point);
        var sides = infinite ? new int[] {a == Constant.INFINITY ? 1 : -1} : new int[] {1, -1};
        var seen = 0;
        for (var side : sides) {
            var nearby = new ArrayList<Double>();
            for (var distance : DISTANCES) {
                values[names.size() - 1] = infinite ? side / distance : centre + side * distance;
                var value = function.at(values);
                if (Double.isFinite(value)) {
                    nearby.add(value);
                }
            }
            if (!nearby.isEmpty() && !approaches(limit, nearby, parameters, point)) {
                return false;
            }
            seen += nearby.isEmpty() ? 0 : 1;
        }
        return seen > 0;
    }

    private static boolean approaches(Expression limit, List<Double> nearby, List<String> parameters, double[] point) {
        if (limit == Constant.INFINITY || isMinusInfinity(limit)) {
            var sign = limit == Constant.INFINITY ? 1 : -1;
            var last = sign * nearby.get(nearby.size() - 1);
            return last > 1 && last > sign * nearby.get(0);
        }
        var value = Evaluator.of(limit, parameters).at(point);
        return nearby.stream().anyMatch(v -> Math.abs(v - value) <= TOLERANCE * Math.max(1, Math.abs(value)));
    }
}
