package org.nabla.grading.judging;

import org.nabla.grading.judging.Formulas.Misfit;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Word;

/** Says in a sentence what type a formula has, where another is asked. */
public final class Types {

    private Types() {}

    /** @param asked with its article: {@code A number}, {@code An expression} */
    public static Expression scalar(Expression typed, String asked) {
        if (Trees.isScalar(typed)) {
            return typed;
        }
        throw new Misfit(asked + " is asked, not " + name(typed) + ".");
    }

    public static String name(Expression e) {
        if (e instanceof Relation relation) {
            return relation.signs().stream().allMatch(sign -> sign == Expression.Sign.EQUAL)
                    ? "an equation: type one side only"
                    : "an inequality";
        } else if (e instanceof And || e instanceof Or) {
            return "conditions";
        } else if (e instanceof Listing listing) {
            return "a list of " + listing.entries().size() + " entries";
        } else if (e instanceof Tuple tuple) {
            return "a vector of " + tuple.entries().size() + " entries";
        } else if (e instanceof Matrix) {
            return "a matrix";
        } else if (e instanceof Braces) {
            return "a set";
        } else if (e instanceof Expression.Interval || e instanceof Expression.Union) {
            return "an interval";
        } else if (e == Constant.INFINITY) {
            return "infinity";
        } else if (e instanceof Word) {
            return "a word";
        }
        return Trees.isScalar(e) ? "a single value" : "an expression with brackets of entries inside";
    }
}
