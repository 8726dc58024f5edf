package org.nabla.grading.judging;

import org.nabla.grading.judging.Formulas.Misfit;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Interval;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Union;
import org.nabla.math.Expression.Word;
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.PartialVisitor;

/** Says in a sentence what type a formula has, where another is asked. */
public final class Types {

    private static final ExpressionVisitor<String> NAMES = new PartialVisitor<>() {
        @Override
        public String relation(Relation relation) {
            return relation.signs().stream().allMatch(sign -> sign == Expression.Sign.EQUAL)
                    ? "an equation: type one side only"
                    : "an inequality";
        }

        @Override
        public String and(And and) {
            return "conditions";
        }

        @Override
        public String or(Or or) {
            return "conditions";
        }

        @Override
        public String listing(Listing listing) {
            return "a list of " + listing.entries().size() + " entries";
        }

        @Override
        public String tuple(Tuple tuple) {
            return "a vector of " + tuple.entries().size() + " entries";
        }

        @Override
        public String matrix(Matrix matrix) {
            return "a matrix";
        }

        @Override
        public String braces(Braces braces) {
            return "a set";
        }

        @Override
        public String interval(Interval interval) {
            return "an interval";
        }

        @Override
        public String union(Union union) {
            return "an interval";
        }

        @Override
        public String constant(Constant constant) {
            return constant == Constant.INFINITY ? "infinity" : otherwise(constant);
        }

        @Override
        public String word(Word word) {
            return "a word";
        }

        @Override
        public String otherwise(Expression e) {
            return Trees.isScalar(e) ? "a single value" : "an expression with brackets of entries inside";
        }
    };

    private Types() {}

    /** @param asked with its article: {@code A number}, {@code An expression} */
    public static Expression scalar(Expression typed, String asked) {
        if (Trees.isScalar(typed)) {
            return typed;
        }
        throw new Misfit(asked + " is asked, not " + name(typed) + ".");
    }

    public static String name(Expression e) {
        return e.accept(NAMES);
    }
}
