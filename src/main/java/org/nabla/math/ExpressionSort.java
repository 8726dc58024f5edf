package org.nabla.math;

import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Braces;
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
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Union;
import org.nabla.math.Expression.Word;

/** What sort of thing the top of an expression is, coarser than the kinds of node. */
public enum ExpressionSort {
    /** A number in digits or with a name. */
    NUMBER,
    INFINITY,
    SYMBOL,
    /** A sum, product, quotient, power or negation. */
    ARITHMETIC,
    /** A function with its arguments, built in or declared. */
    FUNCTION,
    /** Entries in a row, in whatever brackets. */
    LIST,
    MATRIX,
    /** A relation, or several joined. */
    CONDITION,
    /** An interval, or a union. */
    REALS,
    WORD;

    private static final ExpressionVisitor<ExpressionSort> SORTS = new ExpressionVisitor<>() {
        @Override
        public ExpressionSort numeral(Numeral numeral) {
            return NUMBER;
        }

        @Override
        public ExpressionSort decimal(Decimal decimal) {
            return NUMBER;
        }

        @Override
        public ExpressionSort constant(Constant constant) {
            return constant == Constant.INFINITY ? INFINITY : NUMBER;
        }

        @Override
        public ExpressionSort symbol(Symbol symbol) {
            return SYMBOL;
        }

        @Override
        public ExpressionSort sum(Sum sum) {
            return ARITHMETIC;
        }

        @Override
        public ExpressionSort product(Product product) {
            return ARITHMETIC;
        }

        @Override
        public ExpressionSort quotient(Quotient quotient) {
            return ARITHMETIC;
        }

        @Override
        public ExpressionSort power(Power power) {
            return ARITHMETIC;
        }

        @Override
        public ExpressionSort negation(Negation negation) {
            return ARITHMETIC;
        }

        @Override
        public ExpressionSort call(Call call) {
            return FUNCTION;
        }

        @Override
        public ExpressionSort application(Application application) {
            return FUNCTION;
        }

        @Override
        public ExpressionSort tuple(Tuple tuple) {
            return LIST;
        }

        @Override
        public ExpressionSort matrix(Matrix matrix) {
            return MATRIX;
        }

        @Override
        public ExpressionSort braces(Braces braces) {
            return LIST;
        }

        @Override
        public ExpressionSort listing(Listing listing) {
            return LIST;
        }

        @Override
        public ExpressionSort relation(Relation relation) {
            return CONDITION;
        }

        @Override
        public ExpressionSort and(And and) {
            return CONDITION;
        }

        @Override
        public ExpressionSort or(Or or) {
            return CONDITION;
        }

        @Override
        public ExpressionSort interval(Interval interval) {
            return REALS;
        }

        @Override
        public ExpressionSort union(Union union) {
            return REALS;
        }

        @Override
        public ExpressionSort word(Word word) {
            return WORD;
        }
    };

    public static ExpressionSort of(Expression e) {
        return e.accept(SORTS);
    }
}
