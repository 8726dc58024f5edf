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

/**
 * A visitor that has something of its own to say of a few kinds of node, and the same of all others.
 *
 * @param <R> what is said of a node
 */
public interface PartialVisitor<R> extends ExpressionVisitor<R> {

    /** What is said of a kind of node that has no answer of its own. */
    R otherwise(Expression e);

    @Override
    default R numeral(Numeral numeral) {
        return otherwise(numeral);
    }

    @Override
    default R decimal(Decimal decimal) {
        return otherwise(decimal);
    }

    @Override
    default R constant(Constant constant) {
        return otherwise(constant);
    }

    @Override
    default R symbol(Symbol symbol) {
        return otherwise(symbol);
    }

    @Override
    default R sum(Sum sum) {
        return otherwise(sum);
    }

    @Override
    default R product(Product product) {
        return otherwise(product);
    }

    @Override
    default R quotient(Quotient quotient) {
        return otherwise(quotient);
    }

    @Override
    default R power(Power power) {
        return otherwise(power);
    }

    @Override
    default R negation(Negation negation) {
        return otherwise(negation);
    }

    @Override
    default R call(Call call) {
        return otherwise(call);
    }

    @Override
    default R application(Application application) {
        return otherwise(application);
    }

    @Override
    default R tuple(Tuple tuple) {
        return otherwise(tuple);
    }

    @Override
    default R matrix(Matrix matrix) {
        return otherwise(matrix);
    }

    @Override
    default R braces(Braces braces) {
        return otherwise(braces);
    }

    @Override
    default R listing(Listing listing) {
        return otherwise(listing);
    }

    @Override
    default R relation(Relation relation) {
        return otherwise(relation);
    }

    @Override
    default R and(And and) {
        return otherwise(and);
    }

    @Override
    default R or(Or or) {
        return otherwise(or);
    }

    @Override
    default R interval(Interval interval) {
        return otherwise(interval);
    }

    @Override
    default R union(Union union) {
        return otherwise(union);
    }

    @Override
    default R word(Word word) {
        return otherwise(word);
    }
}
