package org.nabla.math.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nabla.math.Domain;
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
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.Traversal;

/**
 * Makes trees tidy from the leaves up; the methods for sums, products, powers and functions expect tidy parts. Where there
 * is no number to calculate with, as in 1/0 or ∞ − ∞, the node stays as it is.
 */
public final class Normaliser {

    private static final Numeral ONE = new Numeral(Rational.ONE);
    private static final Set<Function> POSITIVE =
            Set.of(Function.EXP, Function.COSH, Function.SIGMOID, Function.SOFTPLUS);
    private static final Set<Function> NONNEGATIVE =
            Set.of(Function.ABS, Function.SQRT, Function.RELU, Function.NORM, Function.ARCOSH, Function.ARCCOS);

    private final Set<String> positive;
    private final Set<String> nonnegative;
    private final FunctionRules functions = new FunctionRules(this);
    private final Cancellation cancellation = new Cancellation(this);

    /** @param positive letters that stand for positive numbers only; {@code nonnegative} likewise */
    Normaliser(Set<String> positive, Set<String> nonnegative) {
        this.positive = positive;
        this.nonnegative = nonnegative;
    }

    public Expression tidy(Expression e) {
        if (e instanceof Numeral numeral) {
            return Rationals.write(numeral.value());
        } else if (e instanceof Decimal decimal) {
            return Rationals.of(decimal)
                    .map(value -> MonomialWriter.write(new Monomial(value, true, Monomial.NO_POWERS)))
                    .orElse(decimal);
        }
        var tidied = Traversal.mapChildren(e, this::tidy);
        try {
            return combine(tidied);
        } catch (ArithmeticException thereIsNoNumber) {
            return tidied;
        }
    }

    private Expression combine(Expression e) {
        if (e instanceof Sum sum) {
            return sum(sum.terms());
        } else if (e instanceof Product product) {
            return product(product.factors());
        } else if (e instanceof Quotient quotient) {
            return quotient(quotient.numerator(), quotient.denominator());
        } else if (e instanceof Power power) {
            return power(power.base(), power.exponent());
        } else if (e instanceof Negation negation) {
            return negate(negation.argument());
        } else if (e instanceof Call call) {
            return call(call.function(), call.arguments());
        }
        return e;
    }

    public Expression sum(List<Expression> terms) {
        var builder = new SumBuilder(this);
        terms.forEach(term -> builder.add(term, Monomial.number(Rational.ONE)));
        return SumWriter.write(cancellation.apply(builder.build()));
    }

    public Expression product(List<Expression> factors) {
        var builder = new MonomialBuilder(this);
        factors.forEach(builder::times);
        return MonomialWriter.write(builder.build());
    }

    public Expression quotient(Expression numerator, Expression denominator) {
        return MonomialWriter.write(new MonomialBuilder(this)
                .times(numerator)
                .times(denominator, Rationals.write(-1))
                .build());
    }

    public Expression power(Expression base, Expression exponent) {
        return MonomialWriter.write(
                new MonomialBuilder(this).times(base, exponent).build());
    }

    public Expression negate(Expression e) {
        return MonomialWriter.write(monomial(e).times(Rational.MINUS_ONE));
    }

    public Expression call(Function function, Expression... arguments) {
        return call(function, List.of(arguments));
    }

    public Expression call(Function function, List<Expression> arguments) {
        return functions.apply(function, arguments);
    }

    public Expression abs(Expression e) {
        return call(Function.ABS, e);
    }

    public Monomial monomial(Expression e) {
        return new MonomialBuilder(this).times(e).build();
    }

    public List<Monomial> monomials(Expression e) {
        return new SumBuilder(this).add(e, Monomial.number(Rational.ONE)).build();
    }

    /** The sum times a number, multiplied out. */
    Expression scaled(Expression sum, Monomial number) {
        return SumWriter.write(new SumBuilder(this).add(sum, number).build());
    }

    /** The sum as a number times a sum of whole coefficients without common divisor, the first of them positive. */
    public Monomial content(Sum sum) {
        var terms = new ArrayList<>(monomials(sum));
        terms.sort(TermOrder.INSTANCE);
        var divisor = terms.get(0).coefficient().abs();
        for (var term : terms) {
            divisor = term.decimal() ? Rational.ONE : divisor;
        }
        if (terms.stream().noneMatch(Monomial::decimal)) {
            for (var term : terms) {
                divisor = Rationals.gcd(divisor, term.coefficient().abs());
            }
        }
        var content = terms.get(0).coefficient().signum() < 0 ? divisor.negate() : divisor;
        var primitive = SumWriter.write(
                terms.stream().map(term -> term.times(content.inverse())).toList());
        var powers = new TreeMap<Expression, Expression>(ExpressionOrder.INSTANCE);
        powers.put(primitive, ONE);
        return new Monomial(content, false, powers);
    }

    public boolean isPositive(Expression e) {
        if (e instanceof Constant constant) {
            return constant == Constant.E || constant == Constant.PI;
        } else if (e instanceof Symbol symbol) {
            return positive.contains(symbol.name());
        } else if (e instanceof Power power) {
            return isPositive(power.base());
        } else if (e instanceof Call call) {
            return POSITIVE.contains(call.function())
                    || (call.function() == Function.SQRT || call.function() == Function.ABS)
                            && isPositive(call.arguments().get(0));
        } else if (e instanceof Product || e instanceof Quotient) {
            return Traversal.children(e).stream().allMatch(this::isPositive);
        } else if (e instanceof Sum sum) {
            return sum.terms().stream().allMatch(this::isNonnegative)
                    && sum.terms().stream().anyMatch(this::isPositive);
        }
        return Rationals.of(e).filter(value -> value.signum() > 0).isPresent();
    }

    boolean isNonnegative(Expression e) {
        if (isPositive(e)) {
            return true;
        } else if (e instanceof Symbol symbol) {
            return nonnegative.contains(symbol.name());
        } else if (e instanceof Power power) {
            return isNonnegative(power.base())
                    || Rationals.of(power.exponent())
                            .filter(Rationals::isEvenInteger)
                            .isPresent();
        } else if (e instanceof Call call) {
            return NONNEGATIVE.contains(call.function());
        } else if (e instanceof Product || e instanceof Quotient || e instanceof Sum) {
            return Traversal.children(e).stream().allMatch(this::isNonnegative);
        }
        return Rationals.of(e).filter(Rational::isZero).isPresent();
    }

    public static boolean isNaturalLogarithm(Expression e) {
        return e instanceof Call call
                && (call.function() == Function.LN
                        || call.function() == Function.LOG && call.arguments().size() == 1);
    }

    /** Whether the node can stand for a number. */
    public static boolean isScalar(Expression e) {
        return e != Constant.INFINITY
                && (e instanceof Sum
                        || e instanceof Product
                        || e instanceof Quotient
                        || e instanceof Power
                        || e instanceof Negation
                        || e instanceof Call
                        || e instanceof Symbol
                        || e instanceof Numeral
                        || e instanceof Decimal
                        || e instanceof Constant
                        || e instanceof Expression.Application);
    }

    /** Whether every term has a minus in front, so that it may be taken out of an odd or even function. */
    public static boolean isNegative(Expression e) {
        return e instanceof Sum sum
                ? sum.terms().stream().allMatch(term -> term instanceof Negation)
                : e instanceof Negation;
    }

    static Set<String> lettersOf(java.util.Map<String, Domain> domains, boolean zeroAllowed) {
        return domains.entrySet().stream()
                .filter(d -> d.getValue()
                        .lower()
                        .filter(lower -> lower.signum() > 0
                                || lower.isZero()
                                        && (zeroAllowed
                                                || !d.getValue().lowerClosed()
                                                || d.getValue().withoutZero()))
                        .isPresent())
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
