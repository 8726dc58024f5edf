package org.nabla.math.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;

/** Multiplies products and whole powers of sums out. */
public final class Expansion {

    private static final int MOST_TERMS = 400;
    private static final int LARGEST_EXPONENT = 30;

    /** Sums up to this many terms are searched for cancellation. */
    private static final int MOST_TERMS_SEARCHED = 40;

    private final Normaliser normaliser;

    public Expansion(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    /** The expression multiplied out as a whole, denominators untouched; itself where that has too many terms. */
    public Expression expand(Expression tidy) {
        var terms = normaliser.monomials(tidy);
        while (terms.stream().anyMatch(Expansion::hasSum)) {
            var sum = new SumBuilder(normaliser);
            if (!expandInto(sum, terms, MOST_TERMS)) {
                return tidy;
            }
            terms = sum.build();
        }
        return SumWriter.write(terms);
    }

    /** The expression multiplied out if it does not get longer. */
    public Expression expandIfShorter(Expression tidy) {
        var expanded = expand(tidy);
        return expanded.size() <= tidy.size() ? expanded : tidy;
    }

    /** The terms multiplied out, if terms with letters cancel and the result is shorter. */
    Optional<List<Monomial>> whereTermsCancel(List<Monomial> terms) {
        if (terms.size() > MOST_TERMS_SEARCHED || terms.stream().noneMatch(Expansion::hasSum)) {
            return Optional.empty();
        }
        var sum = new SumBuilder(normaliser);
        if (!expandInto(sum, terms, MOST_TERMS_SEARCHED) || !sum.cancelled()) {
            return Optional.empty();
        }
        var shorter = sum.build();
        return size(shorter) < size(terms) ? Optional.of(shorter) : Optional.empty();
    }

    private static int size(List<Monomial> terms) {
        return SumWriter.write(terms).size();
    }

    private boolean expandInto(SumBuilder sum, List<Monomial> terms, int limit) {
        var count = 0;
        for (var term : terms) {
            var products = expand(term, limit);
            count += products.size();
            if (products.isEmpty() || count > limit) {
                return false;
            }
            products.forEach(sum::add);
        }
        return true;
    }

    /** Empty where there would be more terms than the limit. */
    private List<Monomial> expand(Monomial term, int limit) {
        var sums = term.powers().entrySet().stream()
                .filter(Expansion::isPowerOfSum)
                .toList();
        // All of them go before the first is multiplied out: its terms may bring powers of the next.
        var rest = term;
        for (var power : sums) {
            rest = rest.without(power.getKey());
        }
        var products = List.of(rest);
        for (var power : sums) {
            var factors = normaliser.monomials(power.getKey());
            for (var i = 0; i < exponent(power); i++) {
                if ((long) products.size() * factors.size() > limit * 4L) {
                    return List.of();
                }
                products = multiply(products, factors);
            }
        }
        return products;
    }

    private List<Monomial> multiply(List<Monomial> left, List<Monomial> right) {
        var sum = new SumBuilder(normaliser);
        var raw = new ArrayList<Monomial>();
        for (var a : left) {
            for (var b : right) {
                raw.add(new MonomialBuilder(normaliser).times(a).times(b).build());
            }
        }
        raw.forEach(sum::add);
        return raw.size() > 16 ? sum.build() : raw;
    }

    private static boolean hasSum(Monomial term) {
        return term.powers().entrySet().stream().anyMatch(Expansion::isPowerOfSum);
    }

    private static boolean isPowerOfSum(Map.Entry<Expression, Expression> power) {
        return power.getKey() instanceof Sum && exponent(power) > 0;
    }

    /** The exponent if it is whole, positive and not too large, otherwise 0. */
    private static int exponent(Map.Entry<Expression, Expression> power) {
        return Rationals.of(power.getValue())
                .filter(r -> r.isInteger() && r.signum() > 0 && r.compareTo(Rational.of(LARGEST_EXPONENT)) <= 0)
                .map(r -> r.numerator().intValueExact())
                .orElse(0);
    }
}
