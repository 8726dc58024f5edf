package org.nabla.grading.realset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Definitions;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
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
        e.accept(new Bounding(found));
    }

    /** Adds the functions that bound where one node has a value, and says whether there are any. */
    private record Bounding(List<Expression> found) implements PartialVisitor<Boolean> {

        @Override
        public Boolean quotient(Quotient quotient) {
            return add(quotient.denominator());
        }

        @Override
        public Boolean power(Power power) {
            return !power.exponent().isWhole() && add(power.base());
        }

        @Override
        public Boolean call(Call call) {
            var definition = Definitions.of(call);
            if (definition.isPresent()) {
                collect(definition.orElseThrow(), found);
            } else if (call.arguments().size() <= 2) {
                ofCall(call.function(), call.arguments().get(0)).ifPresent(this::add);
                if (call.function() == Function.ARCSIN || call.function() == Function.ARCCOS) {
                    add(new Sum(List.of(call.arguments().get(0), Trees.ONE)));
                }
            }
            return true;
        }

        private boolean add(Expression function) {
            return !Trees.symbols(function).isEmpty() && !found.contains(function) && found.add(function);
        }

        @Override
        public Boolean otherwise(Expression e) {
            return false;
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
}
