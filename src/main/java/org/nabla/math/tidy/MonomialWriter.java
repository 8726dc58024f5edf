package org.nabla.math.tidy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.ExpressionOrder;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;

/**
 * Writes a product as a textbook does: one fraction at most, its sign in front, then the number, roots of numbers, constants,
 * letters, exponentials, functions, and sums in brackets last.
 */
public final class MonomialWriter {

    private static final Expression ONE = Rationals.write(1);
    private static final int LONGEST_DECIMAL = 12;

    /** @param rank the place among the factors: roots of numbers first, sums last */
    private record Factor(Expression base, Expression exponent, int rank) {
        Factor(Expression base, Expression exponent) {
            this(base, exponent, base.accept(new Rank(exponent)));
        }
    }

    private static final Comparator<Factor> ORDER = Comparator.comparingInt(Factor::rank)
            .thenComparing(Factor::base, ExpressionOrder.INSTANCE)
            .thenComparing(Factor::exponent, ExpressionOrder.INSTANCE);

    private MonomialWriter() {}

    public static Expression write(Monomial monomial) {
        var m = withoutMinus(monomial);
        var negative = m.coefficient().signum() < 0;
        var magnitude = m.coefficient().abs();
        if (magnitude.isOne()
                && m.powers().size() == 1
                && m.powers().firstKey() instanceof Sum sum
                && m.has(sum, Rational.ONE)) {
            return negative ? SumWriter.negate(sum) : sum;
        }

        var above = new ArrayList<Factor>();
        var below = new ArrayList<Factor>();
        for (var power : m.powers().entrySet()) {
            var exponent = Rationals.of(power.getValue());
            if (exponent.isPresent() && exponent.get().signum() < 0 && !Monomial.isEuler(power.getKey())) {
                below.add(new Factor(
                        power.getKey(), Rationals.write(exponent.get().negate())));
            } else {
                above.add(new Factor(power.getKey(), power.getValue()));
            }
        }
        var decimal = m.decimal() ? decimal(magnitude) : Optional.<Expression>empty();
        var numerator = product(decimal.orElse(Rationals.whole(magnitude.numerator())), above);
        var denominator = product(
                decimal.isPresent() ? new Numeral(Rational.ONE) : Rationals.whole(magnitude.denominator()), below);
        var value = isOne(denominator) ? numerator : new Quotient(numerator, denominator);
        return negative ? new Negation(value) : value;
    }

    /**
     * {@code −(x − y)/z} is written {@code (y − x)/z} where the sum turned round begins without a minus, and is not there
     * already with a power of its own.
     */
    private static Monomial withoutMinus(Monomial m) {
        if (m.coefficient().signum() > 0) {
            return m;
        }
        for (var power : m.powers().entrySet()) {
            if (power.getKey() instanceof Sum sum
                    && Rationals.of(power.getValue())
                            .filter(MonomialWriter::isPlusOrMinusOne)
                            .isPresent()
                    && SumWriter.negate(sum) instanceof Sum turned
                    && !turned.terms().get(0).isNegated()
                    && !m.powers().containsKey(turned)) {
                var powers = new TreeMap<>(m.powers());
                powers.remove(sum);
                powers.put(turned, power.getValue());
                return new Monomial(m.coefficient().negate(), m.decimal(), powers);
            }
        }
        return m;
    }

    private static boolean isPlusOrMinusOne(Rational r) {
        return r.abs().isOne();
    }

    private static Expression product(Expression number, List<Factor> factors) {
        var written = new ArrayList<Expression>();
        if (!isOne(number)) {
            written.add(number);
        }
        written.addAll(roots(factors));
        factors.stream()
                .filter(factor -> !isRoot(factor))
                .sorted(ORDER)
                .forEach(factor -> written.add(power(factor.base(), factor.exponent())));
        return switch (written.size()) {
            case 0 -> number;
            case 1 -> written.get(0);
            default -> new Product(written);
        };
    }

    /** The primes under roots, gathered by the kind of root: √6, not √2·√3. */
    private static List<Expression> roots(List<Factor> factors) {
        var byDegree = new TreeMap<BigInteger, BigInteger>();
        for (var factor : factors) {
            if (isRoot(factor) && factor.base() instanceof Numeral prime) {
                var exponent = Rationals.of(factor.exponent()).orElseThrow();
                byDegree.merge(
                        exponent.denominator(),
                        prime.value().numerator().pow(exponent.numerator().intValueExact()),
                        BigInteger::multiply);
            }
        }
        var roots = new ArrayList<Expression>();
        byDegree.forEach((degree, radicand) ->
                roots.add(power(Rationals.whole(radicand), Rationals.write(new Rational(BigInteger.ONE, degree)))));
        return roots;
    }

    private static boolean isRoot(Factor factor) {
        return factor.base().isWhole()
                && Rationals.of(factor.exponent())
                        .filter(r -> !r.isInteger() && r.numerator().bitLength() < 8)
                        .isPresent();
    }

    private static Expression power(Expression base, Expression exponent) {
        var value = Rationals.of(exponent);
        if (value.isPresent()) {
            if (value.get().isOne()) {
                return base;
            } else if (value.get().equals(Rational.of(1, 2))) {
                return new Call(Function.SQRT, base);
            } else if (base.isWhole() && value.get().numerator().equals(BigInteger.ONE)) {
                return value.get().equals(Rational.of(1, 3))
                        ? new Call(Function.CBRT, base)
                        : new Call(
                                Function.ROOT, base, Rationals.whole(value.get().denominator()));
            }
        }
        return new Power(base, exponent);
    }

    /** The rank of a base with this exponent. */
    private record Rank(Expression exponent) implements PartialVisitor<Integer> {
        @Override
        public Integer otherwise(Expression base) {
            return Rationals.of(exponent).isEmpty() ? 3 : 5;
        }

        private boolean isWhole() {
            return Rationals.of(exponent).filter(Rational::isInteger).isPresent();
        }

        @Override
        public Integer numeral(Numeral base) {
            return exponent.hasSymbol() ? otherwise(base) : 0;
        }

        @Override
        public Integer constant(Constant base) {
            return exponent.hasSymbol() ? otherwise(base) : 1;
        }

        @Override
        public Integer symbol(Symbol base) {
            return isWhole() ? 2 : Rationals.of(exponent).isPresent() ? 4 : 3;
        }

        @Override
        public Integer sum(Sum base) {
            return isWhole() ? 6 : otherwise(base);
        }
    }

    private static Optional<Expression> decimal(Rational magnitude) {
        if (magnitude.isInteger()) {
            return Optional.empty();
        }
        var twosAndFives = Rationals.factors(magnitude.denominator());
        var places = twosAndFives.values().stream().mapToInt(i -> i).max().orElse(0);
        var terminates = twosAndFives.keySet().stream()
                .allMatch(p -> p.equals(BigInteger.TWO) || p.equals(BigInteger.valueOf(5)));
        if (!terminates || places > LONGEST_DECIMAL) {
            return Optional.empty();
        }
        return Optional.of(
                new Decimal(new BigDecimal(magnitude.numerator()).divide(new BigDecimal(magnitude.denominator()))));
    }

    private static boolean isOne(Expression e) {
        return e.equals(ONE);
    }
}
