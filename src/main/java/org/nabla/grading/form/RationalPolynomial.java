package org.nabla.grading.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;

/**
 * A polynomial with rational coefficients.
 *
 * @param terms the coefficient, not zero, of each product of powers
 */
record RationalPolynomial(Map<Map<String, Integer>, Rational> terms) {

    private static final int MOST_TERMS = 200;
    private static final int HIGHEST = 30;

    private static final ExpressionVisitor<Optional<RationalPolynomial>> READER = new PartialVisitor<>() {
        @Override
        public Optional<RationalPolynomial> numeral(Numeral numeral) {
            return Optional.of(RationalPolynomial.constant(numeral.value()));
        }

        @Override
        public Optional<RationalPolynomial> decimal(Decimal decimal) {
            return Optional.of(RationalPolynomial.constant(Rational.of(decimal.value())));
        }

        @Override
        public Optional<RationalPolynomial> symbol(Symbol symbol) {
            return Optional.of(new RationalPolynomial(Map.of(Map.of(symbol.name(), 1), Rational.ONE)));
        }

        @Override
        public Optional<RationalPolynomial> negation(Negation negation) {
            return of(negation.argument()).map(p -> p.times(RationalPolynomial.constant(Rational.MINUS_ONE)));
        }

        @Override
        public Optional<RationalPolynomial> sum(Sum sum) {
            return joined(sum, RationalPolynomial::plus);
        }

        @Override
        public Optional<RationalPolynomial> product(Product product) {
            return joined(product, RationalPolynomial::times).filter(RationalPolynomial::isSmall);
        }

        private Optional<RationalPolynomial> joined(Expression e, BinaryOperator<RationalPolynomial> by) {
            return e.children().stream()
                    .map(RationalPolynomial::of)
                    .reduce((a, b) -> a.flatMap(p -> b.map(q -> by.apply(p, q))))
                    .flatMap(p -> p);
        }

        @Override
        public Optional<RationalPolynomial> quotient(Quotient quotient) {
            return of(quotient.denominator())
                    .flatMap(RationalPolynomial::constantValue)
                    .flatMap(by ->
                            of(quotient.numerator()).map(top -> top.times(RationalPolynomial.constant(by.inverse()))));
        }

        @Override
        public Optional<RationalPolynomial> power(Power power) {
            return power.exponent() instanceof Numeral exponent
                    ? RationalPolynomial.power(power.base(), exponent.value())
                    : Optional.empty();
        }

        @Override
        public Optional<RationalPolynomial> otherwise(Expression e) {
            return Optional.empty();
        }
    };

    RationalPolynomial {
        terms = Map.copyOf(terms);
    }

    private static RationalPolynomial constant(Rational value) {
        return new RationalPolynomial(value.isZero() ? Map.of() : Map.of(Map.of(), value));
    }

    /** Empty where it is no polynomial, or one too large to look at. */
    static Optional<RationalPolynomial> of(Expression e) {
        return e.accept(READER);
    }

    /** The value, where no letter is left and it is not zero. */
    private Optional<Rational> constantValue() {
        return terms.size() == 1 ? Optional.ofNullable(terms.get(Map.of())) : Optional.empty();
    }

    private static Optional<RationalPolynomial> power(Expression base, Rational exponent) {
        if (!exponent.isInteger() || exponent.signum() < 0 || exponent.compareTo(Rational.of(HIGHEST)) > 0) {
            return Optional.empty();
        }
        var result = Optional.of(constant(Rational.ONE));
        for (var i = 0; i < exponent.numerator().intValueExact(); i++) {
            result = result.flatMap(p -> of(base).map(p::times)).filter(RationalPolynomial::isSmall);
        }
        return result;
    }

    private boolean isSmall() {
        return terms.size() <= MOST_TERMS;
    }

    private RationalPolynomial plus(RationalPolynomial other) {
        var sum = new HashMap<>(terms);
        other.terms.forEach((powers, coefficient) -> sum.merge(powers, coefficient, Rational::plus));
        sum.values().removeIf(Rational::isZero);
        return new RationalPolynomial(sum);
    }

    private RationalPolynomial times(RationalPolynomial other) {
        var product = new HashMap<Map<String, Integer>, Rational>();
        terms.forEach((left, a) -> other.terms.forEach((right, b) -> {
            var powers = new TreeMap<>(left);
            right.forEach((name, power) -> powers.merge(name, power, Integer::sum));
            product.merge(Map.copyOf(powers), a.times(b), Rational::plus);
        }));
        product.values().removeIf(Rational::isZero);
        return new RationalPolynomial(product);
    }

    /** Whether all terms share a letter or a whole number that could stand in front. */
    boolean hasCommonFactor() {
        var letters = terms.keySet().stream()
                .map(powers -> (java.util.Set<String>) new java.util.HashSet<>(powers.keySet()))
                .reduce((a, b) -> {
                    a.retainAll(b);
                    return a;
                })
                .orElse(java.util.Set.of());
        var whole = terms.values().stream().allMatch(Rational::isInteger);
        var content = terms.values().stream()
                .map(Rational::numerator)
                .reduce(java.math.BigInteger.ZERO, java.math.BigInteger::gcd);
        var shared = !letters.isEmpty() || whole && content.compareTo(java.math.BigInteger.ONE) > 0;
        return terms.size() > 1 && shared;
    }

    /** The coefficients by degree, where there is one letter. */
    Optional<Rational[]> coefficients() {
        var letters = terms.keySet().stream()
                .flatMap(powers -> powers.keySet().stream())
                .distinct()
                .toList();
        if (letters.size() != 1) {
            return Optional.empty();
        }
        var degree = terms.keySet().stream()
                .mapToInt(powers -> powers.getOrDefault(letters.get(0), 0))
                .max()
                .orElse(0);
        var coefficients = new Rational[degree + 1];
        java.util.Arrays.fill(coefficients, Rational.ZERO);
        terms.forEach((powers, value) -> coefficients[powers.getOrDefault(letters.get(0), 0)] = value);
        return Optional.of(coefficients);
    }
}
