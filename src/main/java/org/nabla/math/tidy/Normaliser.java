package org.nabla.math.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.ExpressionOrder;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;

/**
 * Makes trees tidy from the leaves up; the methods for sums, products, powers and functions expect tidy parts. Where there
 * is no number to calculate with, as in 1/0 or ∞ − ∞, the node stays as it is.
 */
public final class Normaliser {

    private static final Numeral ONE = new Numeral(Rational.ONE);
    private final KnownSigns signs;
    private final FunctionRules functions = new FunctionRules(this);
    private final Cancellation cancellation = new Cancellation(this);

    Normaliser(KnownSigns signs) {
        this.signs = signs;
    }

    public Expression tidy(Expression e) {
        return e.accept(tidied);
    }

    private final PartialVisitor<Expression> tidied = new PartialVisitor<>() {
        @Override
        public Expression numeral(Numeral numeral) {
            return Rationals.write(numeral.value());
        }

        @Override
        public Expression decimal(Decimal decimal) {
            return Rationals.of(decimal)
                    .map(value -> MonomialWriter.write(new Monomial(value, true, Monomial.NO_POWERS)))
                    .orElse(decimal);
        }

        @Override
        public Expression otherwise(Expression e) {
            var parts = e.map(Normaliser.this::tidy);
            try {
                return parts.accept(combined);
            } catch (ArithmeticException thereIsNoNumber) {
                return parts;
            }
        }
    };

    /** Of a node whose children are tidy. */
    private final PartialVisitor<Expression> combined = new PartialVisitor<>() {
        @Override
        public Expression otherwise(Expression e) {
            return e;
        }

        @Override
        public Expression sum(Sum sum) {
            return Normaliser.this.sum(sum.terms());
        }

        @Override
        public Expression product(Product product) {
            return Normaliser.this.product(product.factors());
        }

        @Override
        public Expression quotient(Quotient quotient) {
            return Normaliser.this.quotient(quotient.numerator(), quotient.denominator());
        }

        @Override
        public Expression power(Power power) {
            return Normaliser.this.power(power.base(), power.exponent());
        }

        @Override
        public Expression negation(Negation negation) {
            return negate(negation.argument());
        }

        @Override
        public Expression call(Call call) {
            return Normaliser.this.call(call.function(), call.arguments());
        }
    };

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
        return signs.isPositive(e);
    }

    boolean isNonnegative(Expression e) {
        return signs.isNonnegative(e);
    }

    public static boolean isNaturalLogarithm(Expression e) {
        return e.isCallOf(Function.LN)
                || e.isCallOf(Function.LOG) && e.children().size() == 1;
    }

    /** Whether every term has a minus in front, so that it may be taken out of an odd or even function. */
    public static boolean isNegative(Expression e) {
        return e.terms().stream().allMatch(Expression::isNegated);
    }
}
