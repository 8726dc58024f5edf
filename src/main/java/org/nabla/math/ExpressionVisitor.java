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
 * One answer for each kind of node; {@link Expression#accept} asks the right one.
 *
 * @param <R> what is said of a node
 */
public interface ExpressionVisitor<R> {

    R numeral(Numeral numeral);

    R decimal(Decimal decimal);

    R constant(Constant constant);

    R symbol(Symbol symbol);

    R sum(Sum sum);

    R product(Product product);

    R quotient(Quotient quotient);

    R power(Power power);

    R negation(Negation negation);

    R call(Call call);

    R application(Application application);

    R tuple(Tuple tuple);

    R matrix(Matrix matrix);

    R braces(Braces braces);

    R listing(Listing listing);

    R relation(Relation relation);

    R and(And and);

    R or(Or or);

    R interval(Interval interval);

    R union(Union union);

    R word(Word word);
}
