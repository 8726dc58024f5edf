package org.nabla.grading.realset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Definitions;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Function;
import org.nabla.math.equivalence.ExactSign;

/** One comparison with zero, of which the description of a set is built. */
record Atom(Expression difference, Sign sign) {

    /** Whether it holds where the difference has that sign. */
    boolean holds(ExactSign found) {
        return switch (found) {
            case NEGATIVE -> sign == Sign.LESS || sign == Sign.LESS_OR_EQUAL || sign == Sign.NOT_EQUAL;
            case POSITIVE -> sign == Sign.GREATER || sign == Sign.GREATER_OR_EQUAL || sign == Sign.NOT_EQUAL;
            case ZERO -> sign == Sign.EQUAL || sign == Sign.LESS_OR_EQUAL || sign == Sign.GREATER_OR_EQUAL;
            case UNDEFINED, UNKNOWN -> false;
        };
    }

    /** The functions at whose zeros it may begin or cease to hold: its own, and those that bound where it has a value. */
    List<Expression> boundaries() {
        var found = new ArrayList<Expression>();
        found.add(difference);
        collect(difference, found);
        return found;
    }

    private static void collect(Expression e, List<Expression> found) {
        for (var child : Trees.children(e)) {
            collect(child, found);
        }
        if (e instanceof Quotient quotient) {
            add(quotient.denominator(), found);
        } else if (e instanceof Power power && !isWhole(power.exponent())) {
            add(power.base(), found);
        } else if (e instanceof Call call && Definitions.of(call).isPresent()) {
            collect(Definitions.of(call).orElseThrow(), found);
        } else if (e instanceof Call call && call.arguments().size() <= 2) {
            ofCall(call.function(), call.arguments().get(0)).ifPresent(f -> add(f, found));
            if (call.function() == Function.ARCSIN || call.function() == Function.ARCCOS) {
                add(new Sum(List.of(call.arguments().get(0), Trees.ONE)), found);
            }
        }
    }

    private static Optional<Expression> ofCall(Function function, Expression argument) {
        return switch (function) {
            case LN, LOG, SQRT, ROOT, SIGN -> Optional.of(argument);
            case TAN, SEC -> Optional.of(new Call(Function.COS, argument));
            case COT, CSC -> Optional.of(new Call(Function.SIN, argument));
            case ARCSIN, ARCCOS, ARCOSH -> Optional.of(new Sum(List.of(argument, new Negation(Trees.ONE))));
            default -> Optional.empty();
        };
    }

    private static void add(Expression function, List<Expression> found) {
        if (!(function instanceof Constant) && !Trees.symbols(function).isEmpty() && !found.contains(function)) {
            found.add(function);
        }
    }

    private static boolean isWhole(Expression exponent) {
        return exponent instanceof Numeral numeral && numeral.value().isInteger();
    }
}
