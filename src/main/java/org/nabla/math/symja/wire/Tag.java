package org.nabla.math.symja.wire;

import org.nabla.math.Expression;

/** The sort of a node, as one byte. */
public enum Tag {
    NUMERAL(Expression.Numeral.class),
    DECIMAL(Expression.Decimal.class),
    CONSTANT(Expression.Constant.class),
    WORD(Expression.Word.class),
    SYMBOL(Expression.Symbol.class),
    SUM(Expression.Sum.class),
    PRODUCT(Expression.Product.class),
    QUOTIENT(Expression.Quotient.class),
    POWER(Expression.Power.class),
    NEGATION(Expression.Negation.class),
    CALL(Expression.Call.class),
    APPLICATION(Expression.Application.class),
    TUPLE(Expression.Tuple.class),
    MATRIX(Expression.Matrix.class),
    BRACES(Expression.Braces.class),
    LISTING(Expression.Listing.class),
    RELATION(Expression.Relation.class),
    AND(Expression.And.class),
    OR(Expression.Or.class),
    INTERVAL(Expression.Interval.class),
    UNION(Expression.Union.class);

    private static final Tag[] ALL = values();

    private final Class<? extends Expression> node;

    Tag(Class<? extends Expression> node) {
        this.node = node;
    }

    public static Tag of(Expression e) {
        for (var tag : ALL) {
            if (tag.node == e.getClass()) {
                return tag;
            }
        }
        throw new IllegalArgumentException("no tag for " + e.getClass());
    }

    static Tag at(int ordinal) {
        return ALL[ordinal];
    }
}
