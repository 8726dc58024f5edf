package org.nabla.exercise.numeric;

import java.util.LinkedHashSet;
import java.util.Set;
import org.nabla.math.Expression;
import org.nabla.math.Function;

/** The letters on which the value of an expression depends. */
public final class Letters {

    private Letters() {}

    /** Without those that {@code at}, {@code integrate} with limits, {@code sum} and {@code limit} take up themselves. */
    public static Set<String> free(Expression e) {
        if (e instanceof Expression.Symbol symbol) {
            return Set.of(symbol.name());
        }
        var letters = new LinkedHashSet<String>();
        if (e instanceof Expression.Call call && binds(call)) {
            letters.addAll(free(call.arguments().get(0)));
            letters.removeAll(free(call.arguments().get(1)));
            call.arguments().stream().skip(2).forEach(a -> letters.addAll(free(a)));
        } else {
            Children.of(e).forEach(child -> letters.addAll(free(child)));
        }
        return letters;
    }

    private static boolean binds(Expression.Call call) {
        return call.function() == Function.AT
                || call.function() == Function.SUM
                || call.function() == Function.LIMIT
                || call.function() == Function.INTEGRATE && call.arguments().size() == 4;
    }
}
