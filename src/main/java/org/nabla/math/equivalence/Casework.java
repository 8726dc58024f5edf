package org.nabla.math.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Function;
import org.nabla.math.Rational;

/**
 * Proves two functions the same case by case: what is within |u|, relu(u), max(u, v) or min(u, v) is positive or negative, and
 * on either side the function is another without a kink. Where the two sides meet, both are continuous, so that nothing is left out.
 */
final class Casework {

    /** Each kink doubles the cases. */
    private static final int MOST = 4;

    private static final Expression ZERO = new Numeral(Rational.ZERO);

    private final Map<String, Domain> variables;
    private final BiPredicate<Expression, Expression> same;
    private final List<Expression> sides = new ArrayList<>();

    /** @param same whether two trees surely have the same value */
    Casework(Map<String, Domain> variables, BiPredicate<Expression, Expression> same) {
        this.variables = variables;
        this.same = same;
    }

    boolean proves(Expression response, Expression key) {
        collect(response);
        collect(key);
        if (sides.isEmpty() || sides.size() > MOST) {
            return false;
        }
        for (var signs = 0; signs < 1 << sides.size(); signs++) {
            if (!isImpossible(signs) && !same.test(smooth(response, signs), smooth(key, signs))) {
                return false;
            }
        }
        return true;
    }

    private void collect(Expression e) {
        e.children().forEach(this::collect);
        if (e instanceof Call call) {
            for (var side : sidesOf(call)) {
                if (sides.size() <= MOST && number(side) < 0 && number(new Negation(side)) < 0) {
                    sides.add(side);
                }
            }
        }
    }

    /** What is positive on one side of a kink; within it, other kinks may stand. */
    private static List<Expression> sidesOf(Call call) {
        var of = call.arguments();
        return switch (call.function()) {
            case ABS, RELU -> List.of(of.get(0));
            case MAX, MIN -> of.size() == 2 ? List.of(minus(of.get(0), of.get(1))) : List.of();
            default -> List.of();
        };
    }

    private static Expression minus(Expression a, Expression b) {
        return new Sum(List.of(a, new Negation(b)));
    }

    /** Which of the sides it is; −1 for none. */
    private int number(Expression side) {
        for (var i = 0; i < sides.size(); i++) {
            if (sides.get(i).equals(side) || same.test(sides.get(i), side)) {
                return i;
            }
        }
        return -1;
    }

    /** A letter that is never negative has one side. */
    private boolean isImpossible(int signs) {
        for (var i = 0; i < sides.size(); i++) {
            boolean negative = (signs >> i & 1) == 1;
            if (negative
                    && sides.get(i) instanceof Expression.Symbol symbol
                    && variables
                            .getOrDefault(symbol.name(), Domain.REAL)
                            .lower()
                            .filter(l -> l.signum() >= 0)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean isPositive(Expression side, int signs) {
        var i = number(side);
        return i >= 0 ? (signs >> i & 1) == 0 : (signs >> number(new Negation(side)) & 1) == 1;
    }

    private Expression smooth(Expression e, int signs) {
        if (e instanceof Call call && !sidesOf(call).isEmpty()) {
            boolean positive = isPositive(sidesOf(call).get(0), signs);
            var first = smooth(call.arguments().get(0), signs);
            return switch (call.function()) {
                case ABS -> positive ? first : new Negation(first);
                case RELU -> positive ? first : ZERO;
                default ->
                    positive == (call.function() == Function.MAX)
                            ? first
                            : smooth(call.arguments().get(1), signs);
            };
        }
        return e.map(child -> smooth(child, signs));
    }
}
