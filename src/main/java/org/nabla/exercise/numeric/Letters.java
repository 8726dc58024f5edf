package org.nabla.exercise.numeric;

import java.util.LinkedHashSet;
import java.util.Set;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;

/** The letters on which the value of an expression depends. */
public final class Letters {

    private static final ExpressionVisitor<Set<String>> FREE = new PartialVisitor<>() {
        @Override
        public Set<String> symbol(Expression.Symbol symbol) {
            return Set.of(symbol.name());
        }

        @Override
        public Set<String> call(Expression.Call call) {
            if (!binds(call)) {
                return otherwise(call);
            }
            var letters = new LinkedHashSet<>(free(call.arguments().get(0)));
            letters.removeAll(free(call.arguments().get(1)));
            call.arguments().stream().skip(2).forEach(a -> letters.addAll(free(a)));
            return letters;
        }

        @Override
        public Set<String> otherwise(Expression e) {
            var letters = new LinkedHashSet<String>();
            e.children().forEach(child -> letters.addAll(free(child)));
            return letters;
        }
    };

    private Letters() {}

    /** Without those that {@code at}, {@code integrate} with limits, {@code sum} and {@code limit} take up themselves. */
    public static Set<String> free(Expression e) {
        return e.accept(FREE);
    }

    private static boolean binds(Expression.Call call) {
        return call.function() == Function.AT
                || call.function() == Function.SUM
                || call.function() == Function.LIMIT
                || call.function() == Function.INTEGRATE && call.arguments().size() == 4;
    }
}
