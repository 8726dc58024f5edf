package org.nabla.exercise.numeric;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Function;
import org.nabla.math.Substitution;
import org.nabla.math.Traversal;

/**
 * A formula without the detours that a template takes: the entry of a matrix whose entries stand there is that entry, and a
 * plain formula at a point is the formula with the point's coordinates in it. Of what is evaluated ten thousand times for a
 * picture or an integral, the detours are most of the work.
 */
final class Plainly {
    private Plainly() {}

    static Expression of(Expression e) {
        var inside = Traversal.mapChildren(e, Plainly::of);
        if (!(inside instanceof Expression.Call call)) {
            return inside;
        }
        return switch (call.function()) {
            case ENTRY -> entry(call).orElse(call);
            case AT -> at(call).orElse(call);
            default -> call;
        };
    }

    private static Optional<Expression> entry(Expression.Call call) {
        var arguments = call.arguments();
        var of = arguments.get(0);
        if (of instanceof Expression.Matrix matrix && arguments.size() == 3) {
            return index(arguments.get(1), matrix.rows()).flatMap(row -> index(arguments.get(2), row));
        }
        return Children.isList(of) && arguments.size() == 2
                ? index(arguments.get(1), Children.of(of))
                : Optional.empty();
    }

    /** The one that the number counts from one; none where it is no such number, which is then said elsewhere. */
    private static <T> Optional<T> index(Expression number, List<T> list) {
        if (!(number instanceof Expression.Numeral n) || !n.value().isInteger()) {
            return Optional.empty();
        }
        var i = n.value().numerator();
        return i.signum() > 0 && i.bitLength() < Integer.SIZE && i.intValue() <= list.size()
                ? Optional.of(list.get(i.intValue() - 1))
                : Optional.empty();
    }

    private static Optional<Expression> at(Expression.Call call) {
        var formula = call.arguments().get(0);
        var letters = parts(call.arguments().get(1));
        var values = parts(call.arguments().get(2));
        if (letters.size() != values.size() || !isPlain(formula)) {
            return Optional.empty();
        }
        var put = new HashMap<String, Expression>();
        for (int i = 0; i < letters.size(); i++) {
            if (!(letters.get(i) instanceof Expression.Symbol letter)) {
                return Optional.empty();
            }
            put.put(letter.name(), values.get(i));
        }
        return Optional.of(Substitution.replace(formula, put));
    }

    private static List<Expression> parts(Expression e) {
        return Children.isList(e) ? Children.of(e) : List.of(e);
    }

    /** Whether no part of it gives a letter a meaning of its own. */
    private static boolean isPlain(Expression e) {
        return !(e instanceof Expression.Call call
                        && (call.function().forAuthors() || call.function() == Function.PIECEWISE))
                && Children.of(e).stream().allMatch(Plainly::isPlain);
    }
}
