package org.nabla.math.tidy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;

/** Which expressions are known to be positive, or not negative, wherever they have a value. */
final class KnownSigns {

    private static final Set<Function> POSITIVE =
            Set.of(Function.EXP, Function.COSH, Function.SIGMOID, Function.SOFTPLUS);
    private static final Set<Function> NONNEGATIVE =
            Set.of(Function.ABS, Function.SQRT, Function.RELU, Function.NORM, Function.ARCOSH, Function.ARCCOS);

    private final Set<String> positiveLetters;
    private final Set<String> nonnegativeLetters;

    KnownSigns(Map<String, Domain> domains) {
        positiveLetters = lettersOf(domains, false);
        nonnegativeLetters = lettersOf(domains, true);
    }

    private static Set<String> lettersOf(Map<String, Domain> domains, boolean zeroAllowed) {
        return domains.entrySet().stream()
                .filter(d -> d.getValue()
                        .lower()
                        .filter(lower -> lower.signum() > 0
                                || lower.isZero()
                                        && (zeroAllowed
                                                || !d.getValue().lowerClosed()
                                                || d.getValue().withoutZero()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isPositive(Expression e) {
        return e.accept(positive);
    }

    boolean isNonnegative(Expression e) {
        return isPositive(e) || e.accept(nonnegative);
    }

    private final PartialVisitor<Boolean> positive = new PartialVisitor<>() {
        @Override
        public Boolean otherwise(Expression e) {
            return Rationals.of(e).filter(value -> value.signum() > 0).isPresent();
        }

        @Override
        public Boolean constant(Constant constant) {
            return constant == Constant.E || constant == Constant.PI;
        }

        @Override
        public Boolean symbol(Symbol symbol) {
            return positiveLetters.contains(symbol.name());
        }

        @Override
        public Boolean power(Power power) {
            return isPositive(power.base());
        }

        @Override
        public Boolean call(Call call) {
            return POSITIVE.contains(call.function())
                    || (call.function() == Function.SQRT || call.function() == Function.ABS)
                            && isPositive(call.arguments().get(0));
        }

        @Override
        public Boolean product(Product product) {
            return product.factors().stream().allMatch(KnownSigns.this::isPositive);
        }

        @Override
        public Boolean quotient(Quotient quotient) {
            return isPositive(quotient.numerator()) && isPositive(quotient.denominator());
        }

        @Override
        public Boolean sum(Sum sum) {
            return sum.terms().stream().allMatch(KnownSigns.this::isNonnegative)
                    && sum.terms().stream().anyMatch(KnownSigns.this::isPositive);
        }
    };

    /** Of what is not known to be positive. */
    private final PartialVisitor<Boolean> nonnegative = new PartialVisitor<>() {
        @Override
        public Boolean otherwise(Expression e) {
            return Rationals.of(e).filter(Rational::isZero).isPresent();
        }

        @Override
        public Boolean symbol(Symbol symbol) {
            return nonnegativeLetters.contains(symbol.name());
        }

        @Override
        public Boolean power(Power power) {
            return isNonnegative(power.base())
                    || Rationals.of(power.exponent())
                            .filter(Rationals::isEvenInteger)
                            .isPresent();
        }

        @Override
        public Boolean call(Call call) {
            return NONNEGATIVE.contains(call.function());
        }

        @Override
        public Boolean product(Product product) {
            return product.factors().stream().allMatch(KnownSigns.this::isNonnegative);
        }

        @Override
        public Boolean quotient(Quotient quotient) {
            return isNonnegative(quotient.numerator()) && isNonnegative(quotient.denominator());
        }

        @Override
        public Boolean sum(Sum sum) {
            return sum.terms().stream().allMatch(KnownSigns.this::isNonnegative);
        }
    };
}
