package org.nabla.math;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The names that occur in an expression. */
public final class Symbols {

    private Symbols() {}

    /** In alphabetical order, so that what is made of them does not depend on how the expression was typed. */
    public static Set<String> of(Expression... expressions) {
        var names = new TreeSet<String>();
        for (var e : expressions) {
            collect(e, names);
        }
        return names;
    }

    private static void collect(Expression e, Set<String> names) {
        if (e instanceof Expression.Symbol s) {
            names.add(s.name());
        } else if (e instanceof Expression.Sum s) {
            collect(s.terms(), names);
        } else if (e instanceof Expression.Product p) {
            collect(p.factors(), names);
        } else if (e instanceof Expression.Quotient q) {
            collect(q.numerator(), names);
            collect(q.denominator(), names);
        } else if (e instanceof Expression.Power p) {
            collect(p.base(), names);
            collect(p.exponent(), names);
        } else if (e instanceof Expression.Negation n) {
            collect(n.argument(), names);
        } else if (e instanceof Expression.Call c) {
            collect(c.arguments(), names);
        } else if (e instanceof Expression.Application a) {
            collect(a.arguments(), names);
        } else {
            collectOfOthers(e, names);
        }
    }

    private static void collectOfOthers(Expression e, Set<String> names) {
        if (e instanceof Expression.Tuple t) {
            collect(t.entries(), names);
        } else if (e instanceof Expression.Matrix m) {
            m.rows().forEach(row -> collect(row, names));
        } else if (e instanceof Expression.Relation r) {
            collect(r.sides(), names);
        } else if (e instanceof Expression.And a) {
            collect(a.conditions(), names);
        } else if (e instanceof Expression.Or o) {
            collect(o.conditions(), names);
        }
    }

    private static void collect(Collection<Expression> all, Set<String> names) {
        all.forEach(e -> collect(e, names));
    }
}
