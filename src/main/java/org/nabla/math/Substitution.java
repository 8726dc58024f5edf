package org.nabla.math;

import static org.nabla.math.Function.AT;
import static org.nabla.math.Function.CURL;
import static org.nabla.math.Function.DIFF;
import static org.nabla.math.Function.DIVERGENCE;
import static org.nabla.math.Function.GRADIENT;
import static org.nabla.math.Function.HESSIAN;
import static org.nabla.math.Function.INTEGRATE;
import static org.nabla.math.Function.JACOBIAN;
import static org.nabla.math.Function.LAPLACIAN;
import static org.nabla.math.Function.LIMIT;
import static org.nabla.math.Function.SOLVE;
import static org.nabla.math.Function.SUM;
import static org.nabla.math.Function.TAYLOR;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Symbol;

/** Puts expressions in for symbols, all at once. */
public final class Substitution {

    /** Functions whose second argument names letters that mean nothing outside the first. */
    private static final Set<Function> BINDING = Set.of(
            DIFF, GRADIENT, JACOBIAN, HESSIAN, DIVERGENCE, CURL, LAPLACIAN, INTEGRATE, LIMIT, AT, TAYLOR, SOLVE, SUM);

    private Substitution() {}

    /**
     * The expression with each named symbol replaced by its value. Nothing is simplified. A letter that an author's function
     * binds, as x in {@code integrate(f, x, 0, x)}, stays in its first two arguments and is replaced in the others.
     */
    public static Expression replace(Expression in, Map<String, Expression> values) {
        if (values.isEmpty()) {
            return in;
        }
        if (in instanceof Symbol symbol) {
            return values.getOrDefault(symbol.name(), symbol);
        }
        if (in instanceof Call call && BINDING.contains(call.function())) {
            return inBinding(call, values);
        }
        return in.map(child -> replace(child, values));
    }

    private static Expression inBinding(Call call, Map<String, Expression> values) {
        var letters = call.function() == DIFF
                ? call.arguments().subList(1, call.arguments().size())
                : call.arguments().subList(1, 2);
        var free = new HashMap<>(values);
        letters.forEach(letter -> letter.symbols().forEach(free::remove));

        var arguments = new ArrayList<Expression>();
        arguments.add(replace(call.arguments().get(0), free));
        for (var i = 1; i < call.arguments().size(); i++) {
            var argument = call.arguments().get(i);
            arguments.add(i <= letters.size() ? argument : replace(argument, values));
        }
        return new Call(call.function(), arguments);
    }
}
