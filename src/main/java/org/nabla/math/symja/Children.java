package org.nabla.math.symja;

import java.util.List;
import org.nabla.math.Expression;
import org.nabla.math.symja.wire.Tag;

/** The parts of a node that are expressions themselves. */
final class Children {
    private Children() {}

    public static List<Expression> of(Expression e) {
        return switch (Tag.of(e)) {
            case NUMERAL, DECIMAL, CONSTANT, WORD, SYMBOL -> List.of();
            case SUM -> ((Expression.Sum) e).terms();
            case PRODUCT -> ((Expression.Product) e).factors();
            case QUOTIENT -> List.of(((Expression.Quotient) e).numerator(), ((Expression.Quotient) e).denominator());
            case POWER -> List.of(((Expression.Power) e).base(), ((Expression.Power) e).exponent());
            case NEGATION -> List.of(((Expression.Negation) e).argument());
            case CALL -> ((Expression.Call) e).arguments();
            case APPLICATION -> ((Expression.Application) e).arguments();
            case TUPLE -> ((Expression.Tuple) e).entries();
            case MATRIX ->
                ((Expression.Matrix) e).rows().stream().flatMap(List::stream).toList();
            case BRACES -> ((Expression.Braces) e).entries();
            case LISTING -> ((Expression.Listing) e).entries();
            case RELATION -> ((Expression.Relation) e).sides();
            case AND -> ((Expression.And) e).conditions();
            case OR -> ((Expression.Or) e).conditions();
            case INTERVAL -> List.of(((Expression.Interval) e).lower(), ((Expression.Interval) e).upper());
            case UNION -> ((Expression.Union) e).sets();
        };
    }
}
