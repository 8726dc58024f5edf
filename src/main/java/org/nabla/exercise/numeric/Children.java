package org.nabla.exercise.numeric;

import java.util.List;
import org.nabla.math.Expression;

/** The parts of an expression, for walks along a tree. */
public final class Children {

    private Children() {}

    public static List<Expression> of(Expression e) {
        if (e instanceof Expression.Sum sum) {
            return sum.terms();
        } else if (e instanceof Expression.Product product) {
            return product.factors();
        } else if (e instanceof Expression.Quotient quotient) {
            return List.of(quotient.numerator(), quotient.denominator());
        } else if (e instanceof Expression.Power power) {
            return List.of(power.base(), power.exponent());
        } else if (e instanceof Expression.Negation negation) {
            return List.of(negation.argument());
        } else if (e instanceof Expression.Call call) {
            return call.arguments();
        } else if (e instanceof Expression.Tuple tuple) {
            return tuple.entries();
        } else if (e instanceof Expression.Braces braces) {
            return braces.entries();
        } else if (e instanceof Expression.Listing listing) {
            return listing.entries();
        } else if (e instanceof Expression.Matrix matrix) {
            return matrix.rows().stream().flatMap(List::stream).toList();
        } else if (e instanceof Expression.Relation relation) {
            return relation.sides();
        } else if (e instanceof Expression.And and) {
            return and.conditions();
        } else if (e instanceof Expression.Or or) {
            return or.conditions();
        } else if (e instanceof Expression.Application application) {
            return application.arguments();
        } else if (e instanceof Expression.Interval interval) {
            return List.of(interval.lower(), interval.upper());
        } else if (e instanceof Expression.Union union) {
            return union.sets();
        }
        return List.of();
    }

    public static boolean isArithmetic(Expression e) {
        return e instanceof Expression.Sum
                || e instanceof Expression.Product
                || e instanceof Expression.Quotient
                || e instanceof Expression.Power
                || e instanceof Expression.Negation
                || e instanceof Expression.Call;
    }

    public static boolean isList(Expression e) {
        return e instanceof Expression.Tuple || e instanceof Expression.Braces || e instanceof Expression.Listing;
    }
}
