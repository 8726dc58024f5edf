package org.nabla.math.writing;

import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Interval;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Union;
import org.nabla.math.Function;

/** How tightly an expression holds together when written: a looser one needs brackets inside a tighter one. */
public enum Precedence {
    LISTING,
    OR,
    AND,
    RELATION,
    UNION,
    SUM,
    /** A leading minus: the first term of a sum may have one, a factor may not. */
    NEGATION,
    PRODUCT,
    POWER,
    /** A factorial. */
    POSTFIX,
    ATOM;

    public static Precedence of(Expression e) {
        if (Minus.behind(e).isPresent()) {
            return NEGATION;
        } else if (e instanceof Numeral n) {
            return n.value().isInteger() ? ATOM : PRODUCT;
        } else if (e instanceof Sum) {
            return SUM;
        } else if (e instanceof Product || e instanceof Quotient) {
            return PRODUCT;
        } else if (e instanceof Power) {
            return POWER;
        } else if (e instanceof Call c && c.function() == Function.FACTORIAL) {
            return POSTFIX;
        }
        return ofStatement(e);
    }

    private static Precedence ofStatement(Expression e) {
        if (e instanceof Listing) {
            return LISTING;
        } else if (e instanceof Or) {
            return OR;
        } else if (e instanceof And) {
            return AND;
        } else if (e instanceof Relation) {
            return RELATION;
        } else if (e instanceof Union) {
            return UNION;
        } else if (e instanceof Interval) {
            return ATOM;
        }
        return ATOM;
    }
}
