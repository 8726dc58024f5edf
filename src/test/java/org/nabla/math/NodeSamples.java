package org.nabla.math;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Brackets;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Interval;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Union;
import org.nabla.math.Expression.Word;

/** One node of every kind, with a letter of its own at every place where an expression may stand. */
public final class NodeSamples {
    private static final Expression X = new Symbol("x");
    private static final Expression Y = new Symbol("y");
    private static final Expression Z = new Symbol("z");
    private static final Expression T = new Symbol("t");
    private static final Expression LESS = new Relation(List.of(X, Y, Z), List.of(Sign.LESS, Sign.LESS_OR_EQUAL));
    private static final Expression EQUAL = new Relation(T, Sign.EQUAL, Y);

    private NodeSamples() {}

    public static Stream<Expression> all() {
        return byKind().values().stream();
    }

    static Map<Class<?>, Expression> byKind() {
        var samples = new LinkedHashMap<Class<?>, Expression>();
        Stream.of(
                        new Numeral(Rational.of(12)),
                        new Decimal(new BigDecimal("2.50")),
                        Constant.PI,
                        X,
                        new Sum(List.of(X, Y, Z)),
                        new Product(List.of(X, Y, Z)),
                        new Quotient(X, Y),
                        new Power(X, Y),
                        new Negation(X),
                        new Call(Function.ATAN2, X, Y),
                        new Application("f", List.of(X, Y)),
                        new Tuple(Brackets.ANGLE, List.of(X, Y)),
                        new Matrix(List.of(List.of(X, Y), List.of(Z, T))),
                        new Braces(List.of(X, Y)),
                        new Listing(List.of(X, Y)),
                        LESS,
                        new And(List.of(LESS, EQUAL)),
                        new Or(List.of(LESS, EQUAL)),
                        new Interval(X, true, Y, false),
                        new Union(List.of(new Interval(X, true, Y, false), new Interval(Z, false, T, true))),
                        Word.DOES_NOT_EXIST)
                .forEach(sample -> samples.put(sample.getClass(), sample));
        return samples;
    }
}
