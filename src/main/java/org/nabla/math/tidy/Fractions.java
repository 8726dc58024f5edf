package org.nabla.math.tidy;

import java.math.BigInteger;
import java.util.List;
import java.util.TreeMap;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionOrder;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;

/** Brings the terms of a sum over their common denominator. */
public final class Fractions {

    private final Normaliser normaliser;
    private final Expansion expansion;

    public Fractions(Normaliser normaliser) {
        this.normaliser = normaliser;
        this.expansion = new Expansion(normaliser);
    }

    /** One fraction; the expression itself where no letter stands below a line. */
    public Expression together(Expression tidy) {
        var terms = normaliser.monomials(tidy);
        var powers = new TreeMap<Expression, Rational>(ExpressionOrder.INSTANCE);
        var number = BigInteger.ONE;
        for (var term : terms) {
            number = lcm(number, term.coefficient().denominator());
            term.powers().forEach((base, exponent) -> {
                var below = Rationals.of(exponent).filter(r -> r.signum() < 0);
                if (below.isPresent() && !Monomial.isEuler(base)) {
                    powers.merge(base, below.get().negate(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
                }
            });
        }
        if (powers.isEmpty()) {
            return tidy;
        }
        var denominator = new MonomialBuilder(normaliser).times(Rationals.whole(number));
        powers.forEach((base, exponent) -> denominator.times(base, Rationals.write(exponent)));
        var common = MonomialWriter.write(denominator.build());
        return normaliser.quotient(numerator(terms, common), common);
    }

    private Expression numerator(List<Monomial> terms, Expression common) {
        var cleared = terms.stream()
                .map(term -> MonomialWriter.write(new MonomialBuilder(normaliser)
                        .times(common)
                        .times(term)
                        .build()))
                .toList();
        return expansion.expandIfShorter(normaliser.sum(cleared));
    }

    /** One fraction, where that is shorter. */
    public Expression togetherIfShorter(Expression tidy) {
        var together = together(tidy);
        return together.size() < tidy.size() ? together : tidy;
    }

    private static BigInteger lcm(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }
}
