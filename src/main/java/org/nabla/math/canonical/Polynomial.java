package org.nabla.math.canonical;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.nabla.math.Rational;

/** A sum of monomials with coefficients that are not zero. Exponents may be negative or fractions. */
record Polynomial(Map<PowerProduct, Rational> terms) {

    static final Polynomial ZERO = new Polynomial(Map.of());
    static final Polynomial ONE = of(Rational.ONE);

    static Polynomial of(Rational value) {
        return of(value, PowerProduct.ONE);
    }

    static Polynomial of(PowerProduct monomial) {
        return of(Rational.ONE, monomial);
    }

    static Polynomial of(Rational coefficient, PowerProduct monomial) {
        return coefficient.isZero() ? ZERO : new Polynomial(Map.of(monomial, coefficient));
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    boolean isTerm() {
        return terms.size() == 1;
    }

    int size() {
        return terms.size();
    }

    /** The only monomial of a single term. */
    PowerProduct monomial() {
        return terms.keySet().iterator().next();
    }

    /** The only coefficient of a single term. */
    Rational coefficient() {
        return terms.values().iterator().next();
    }

    /** Whether there are no atoms; then the value is {@link #constant}. */
    boolean isConstant() {
        return isZero() || (isTerm() && monomial().isOne());
    }

    Rational constant() {
        return terms.getOrDefault(PowerProduct.ONE, Rational.ZERO);
    }

    /** The monomial that is the largest in the order of monomials. */
    PowerProduct leading() {
        return Collections.max(terms.keySet());
    }

    /** The sign of the coefficient of {@link #leading}. */
    int leadingSign() {
        return terms.getOrDefault(leading(), Rational.ZERO).signum();
    }

    Polynomial plus(Polynomial other) {
        if (isZero()) {
            return other;
        }
        var sum = new HashMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> accumulate(sum, monomial, coefficient));
        return new Polynomial(sum);
    }

    static void accumulate(Map<PowerProduct, Rational> sum, PowerProduct monomial, Rational coefficient) {
        var known = sum.get(monomial);
        if (known == null) {
            sum.put(monomial, coefficient);
            return;
        }
        var total = known.plus(coefficient);
        if (total.isZero()) {
            sum.remove(monomial);
        } else {
            sum.put(monomial, total);
        }
    }

    Polynomial times(Rational factor) {
        if (factor.isOne()) {
            return this;
        }
        if (factor.isZero()) {
            return ZERO;
        }
        var product = new HashMap<PowerProduct, Rational>();
        terms.forEach((monomial, coefficient) -> product.put(monomial, coefficient.times(factor)));
        return new Polynomial(product);
    }

    Polynomial negate() {
        return times(Rational.MINUS_ONE);
    }

    Polynomial minus(Polynomial other) {
        return plus(other.negate());
    }
}
