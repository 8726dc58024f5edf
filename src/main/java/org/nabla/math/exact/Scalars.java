package org.nabla.math.exact;

import java.util.List;
import java.util.Map;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.tidy.Expansion;
import org.nabla.math.tidy.Fractions;
import org.nabla.math.tidy.Monomial;
import org.nabla.math.tidy.Normaliser;
import org.nabla.math.tidy.SumWriter;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Evaluator;

/** Arithmetic with scalars whose results are multiplied out where that shortens them, so that zeros are seen. */
public final class Scalars {

    /** A constant nearer to zero is zero: the exact ones of exercises are not that small, and rounding is smaller. */
    private static final double SMALLEST = 1e-11;

    private static final Normaliser NORMALISER = Tidy.normaliser(Map.of());
    private static final Fractions FRACTIONS = new Fractions(NORMALISER);
    private static final Expansion EXPANSION = new Expansion(NORMALISER);

    private Scalars() {}

    public static Expression tidy(Expression e) {
        return shorten(Tidy.tidy(e));
    }

    public static Expression sum(List<Expression> terms) {
        return terms.isEmpty() ? Rationals.write(0) : shorten(NORMALISER.sum(terms));
    }

    public static Expression minus(Expression a, Expression b) {
        return sum(List.of(a, negate(b)));
    }

    static Expression times(Expression a, Expression b) {
        return NORMALISER.product(List.of(a, b));
    }

    public static Expression over(Expression a, Expression b) {
        if (!b.hasSymbol()) {
            for (var power : NORMALISER.monomial(b).powers().entrySet()) {
                if (power.getKey() instanceof Sum sum) {
                    var terms = NORMALISER.monomials(sum);
                    if (terms.size() == 2 && terms.stream().allMatch(Monomial::isRadical)) {
                        return rationalised(a, b, terms);
                    }
                }
            }
        }
        return shorten(NORMALISER.quotient(a, b));
    }

    /** a/(p + √q) = a (p − √q)/(p² − q). */
    private static Expression rationalised(Expression a, Expression b, List<Monomial> terms) {
        var conjugate = SumWriter.write(List.of(terms.get(0), terms.get(1).times(Rational.MINUS_ONE)));
        var above = EXPANSION.expand(times(a, conjugate));
        var below = EXPANSION.expand(times(b, conjugate));
        return NORMALISER.quotient(above, below);
    }

    public static Expression negate(Expression e) {
        return NORMALISER.negate(e);
    }

    private static Expression shorten(Expression tidy) {
        if (tidy.terms().size() == 1) {
            return tidy;
        }
        return EXPANSION.expandIfShorter(FRACTIONS.togetherIfShorter(tidy));
    }

    public static boolean isZero(Expression e) {
        var value = Rationals.of(e);
        if (value.isPresent()) {
            return value.get().isZero();
        } else if (e.hasSymbol()) {
            var numerator = FRACTIONS.together(e);
            return Rationals.of(EXPANSION.expand(numerator))
                    .filter(Rational::isZero)
                    .isPresent();
        }
        return Math.abs(Evaluator.of(e, List.of()).at()) < SMALLEST;
    }

    /** The vector without common divisors and fractions, its first entry that is not 0 positive. */
    static Tuple scaled(List<Expression> entries) {
        var divisor = Rational.ZERO;
        for (var entry : entries) {
            var value = Rationals.of(entry);
            if (value.isEmpty()) {
                return LinearAlgebra.vector(entries);
            }
            divisor = divisor.isZero()
                    ? value.get().abs()
                    : value.get().isZero()
                            ? divisor
                            : Rationals.gcd(divisor, value.get().abs());
        }
        var sign = entries.stream()
                .flatMap(e -> Rationals.of(e).stream())
                .filter(v -> !v.isZero())
                .findFirst()
                .map(Rational::signum)
                .orElse(1);
        var scale = divisor.isZero() ? Rational.ONE : divisor.times(Rational.of(sign));
        return LinearAlgebra.vector(entries.stream()
                .map(e -> Rationals.write(Rationals.of(e).orElseThrow().dividedBy(scale)))
                .toList());
    }
}
