package org.nabla.math.writing;

import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Call;
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
import org.nabla.math.PartialVisitor;

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

    private static final PartialVisitor<Precedence> OF_KIND = new PartialVisitor<>() {
        @Override
        public Precedence otherwise(Expression e) {
            return ATOM;
        }

        @Override
        public Precedence numeral(Numeral numeral) {
            return numeral.isWhole() ? ATOM : PRODUCT;
        }

        @Override
        public Precedence call(Call call) {
            return call.isCallOf(Function.FACTORIAL) ? POSTFIX : ATOM;
        }

        @Override
        public Precedence sum(Sum sum) {
            return SUM;
        }

        @Override
        public Precedence product(Product product) {
            return PRODUCT;
        }

        @Override
        public Precedence quotient(Quotient quotient) {
            return PRODUCT;
        }

        @Override
        public Precedence power(Power power) {
            return POWER;
        }

        @Override
        public Precedence listing(Listing listing) {
            return LISTING;
        }

        @Override
        public Precedence or(Or or) {
            return OR;
        }

        @Override
        public Precedence and(And and) {
            return AND;
        }

        @Override
        public Precedence relation(Relation relation) {
            return RELATION;
        }

        @Override
        public Precedence union(Union union) {
            return UNION;
        }
    };

    public static Precedence of(Expression e) {
        return Minus.behind(e).isPresent() ? NEGATION : e.accept(OF_KIND);
    }
}
