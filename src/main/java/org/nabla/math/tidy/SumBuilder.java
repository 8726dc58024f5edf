package org.nabla.math.tidy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Rational;
import org.nabla.math.StopRequest;

/** Adds up tidy expressions, collecting like terms; a number times a sum is multiplied out, no other product. */
final class SumBuilder {

    private final Normaliser normaliser;
    private final Map<SortedMap<Expression, Expression>, Monomial> terms = new LinkedHashMap<>();

    SumBuilder(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    SumBuilder add(Expression term, Monomial factor) {
        StopRequest.heed();
        if (term instanceof Sum sum) {
            sum.terms().forEach(each -> add(each, factor));
            return this;
        }
        return term.isNegated()
                ? add(term.opposite(), factor.times(Rational.MINUS_ONE))
                : add(normaliser.monomial(term).times(factor));
    }

    SumBuilder add(Monomial m) {
        if (m.powers().size() == 1 && m.powers().firstKey() instanceof Sum sum && m.has(sum, Rational.ONE)) {
            return add(sum, new Monomial(m.coefficient(), m.decimal(), Monomial.NO_POWERS));
        }
        terms.merge(
                m.powers(),
                m,
                (a, b) -> new Monomial(a.coefficient().plus(b.coefficient()), a.decimal() || b.decimal(), a.powers()));
        return this;
    }

    /** Whether terms have cancelled each other. */
    boolean cancelled() {
        return terms.values().stream().anyMatch(m -> m.coefficient().isZero() && !m.isNumber());
    }

    /** The unlike terms, without zeros. */
    List<Monomial> build() {
        return terms.values().stream().filter(m -> !m.coefficient().isZero()).toList();
    }
}
