package org.nabla.exercise.numeric;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionSort;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.Substitution;

/**
 * A formula without the detours that a template takes: the entry of a matrix whose entries stand there is that entry, and a
 * plain formula at a point is the formula with the point's coordinates in it. Of what is evaluated ten thousand times for a
 * picture or an integral, the detours are most of the work.
 */
final class Plainly {
    private Plainly() {}

    static Expression of(Expression e) {
        var inside = e.map(Plainly::of);
        if (inside.isCallOf(Function.ENTRY)) {
            return entry(inside.children()).orElse(inside);
        }
        return inside.isCallOf(Function.AT) ? at(inside.children()).orElse(inside) : inside;
    }

    private static Optional<Expression> entry(List<Expression> arguments) {
        var of = arguments.get(0);
        if (of instanceof Expression.Matrix matrix && arguments.size() == 3) {
            return index(arguments.get(1), matrix.rows()).flatMap(row -> index(arguments.get(2), row));
        }
        return ExpressionSort.of(of) == ExpressionSort.LIST && arguments.size() == 2
                ? index(arguments.get(1), of.children())
                : Optional.empty();
    }

    /** The one that the number counts from one; none where it is no such number, which is then said elsewhere. */
    private static <T> Optional<T> index(Expression number, List<T> list) {
        return Rationals.of(number)
                .filter(n -> number.isNatural() && n.signum() > 0 && n.compareTo(Rational.of(list.size())) <= 0)
                .map(n -> list.get(n.numerator().intValueExact() - 1));
    }

    private static Optional<Expression> at(List<Expression> arguments) {
        var formula = arguments.get(0);
        var letters = parts(arguments.get(1));
        var values = parts(arguments.get(2));
        if (letters.size() != values.size() || !isPlain(formula)) {
            return Optional.empty();
        }
        var put = new HashMap<String, Expression>();
        for (int i = 0; i < letters.size(); i++) {
            if (ExpressionSort.of(letters.get(i)) != ExpressionSort.SYMBOL) {
                return Optional.empty();
            }
            put.put(Numerics.name(letters.get(i)), values.get(i));
        }
        return Optional.of(Substitution.replace(formula, put));
    }

    private static List<Expression> parts(Expression e) {
        return ExpressionSort.of(e) == ExpressionSort.LIST ? e.children() : List.of(e);
    }

    /** Whether no part of it gives a letter a meaning of its own. */
    private static boolean isPlain(Expression e) {
        return !(e instanceof Expression.Call call
                        && (call.function().forAuthors() || call.function() == Function.PIECEWISE))
                && e.children().stream().allMatch(Plainly::isPlain);
    }
}
