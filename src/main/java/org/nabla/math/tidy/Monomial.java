package org.nabla.math.tidy;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.ExpressionOrder;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;

/**
 * A product in normal form: a number times powers of different bases. The root of a whole number has the primes of that
 * number as bases, with exponents between 0 and 1; {@code e^x} has the base e.
 *
 * @param decimal whether the number came from one with a decimal point, and is shown so
 */
public record Monomial(Rational coefficient, boolean decimal, SortedMap<Expression, Expression> powers) {

    static final SortedMap<Expression, Expression> NO_POWERS =
            Collections.unmodifiableSortedMap(new TreeMap<>(ExpressionOrder.INSTANCE));

    public Monomial {
        powers = Collections.unmodifiableSortedMap(powers);
    }

    static Monomial number(Rational value) {
        return new Monomial(value, false, NO_POWERS);
    }

    public boolean isNumber() {
        return powers.isEmpty();
    }

    public Monomial withCoefficient(Rational value) {
        return new Monomial(value, decimal, powers);
    }

    /** The same bases, times a number. */
    public Monomial times(Rational factor) {
        return withCoefficient(coefficient.times(factor));
    }

    public Monomial times(Monomial numeric) {
        return new Monomial(coefficient.times(numeric.coefficient), decimal || numeric.decimal, powers);
    }

    /** Without that base. */
    public Monomial without(Expression base) {
        var rest = new TreeMap<>(powers);
        rest.remove(base);
        return new Monomial(coefficient, decimal, rest);
    }

    /** The exponent of the base, 0 where it does not occur. */
    public Expression exponent(Expression base) {
        return powers.getOrDefault(base, new Numeral(Rational.ZERO));
    }

    /** Whether the base occurs with just this exponent. */
    public boolean has(Expression base, Rational exponent) {
        return Rationals.of(exponent(base)).filter(exponent::equals).isPresent();
    }

    boolean isConstant() {
        return powers.entrySet().stream()
                .noneMatch(p -> p.getKey().hasSymbol() || p.getValue().hasSymbol());
    }

    /** Whether only letters with whole, positive exponents occur, besides constants. */
    boolean isPolynomial() {
        return powers.entrySet().stream()
                .allMatch(p -> p.getKey() instanceof Symbol
                        ? Rationals.of(p.getValue())
                                .filter(n -> n.isInteger() && n.signum() > 0)
                                .isPresent()
                        : !p.getKey().hasSymbol() && !p.getValue().hasSymbol());
    }

    /** Whether only numbers and roots of numbers occur. */
    public boolean isRadical() {
        return powers.keySet().stream().allMatch(Expression::isWhole);
    }

    /** The exponent of the letter, 0 where it does not occur or has a letter as exponent. */
    public Rational degree(Symbol letter) {
        return Rationals.of(exponent(letter)).orElse(Rational.ZERO);
    }

    /** The sum of the exponents of all letters. */
    public Rational degree() {
        var degree = Rational.ZERO;
        for (Map.Entry<Expression, Expression> power : powers.entrySet()) {
            if (power.getKey() instanceof Symbol letter) {
                degree = degree.plus(degree(letter));
            }
        }
        return degree;
    }

    static boolean isEuler(Expression base) {
        return base == Constant.E;
    }
}
