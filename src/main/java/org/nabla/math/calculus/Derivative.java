package org.nabla.math.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rationals;
import org.nabla.math.tidy.Expansion;
import org.nabla.math.tidy.Fractions;
import org.nabla.math.tidy.Normaliser;
import org.nabla.math.tidy.Tidy;

/** Partial derivatives by the rules of differentiation, exact and tidy. */
public final class Derivative {

    private final Normaliser normaliser;
    private final Fractions fractions;
    private final Expansion expansion;
    private final FunctionDerivatives functions;
    private final FlatSides flatSides;
    private final String variable;
    private final Rules rules = new Rules();

    private Derivative(Normaliser normaliser, String variable) {
        this.normaliser = normaliser;
        this.fractions = new Fractions(normaliser);
        this.expansion = new Expansion(normaliser);
        this.functions = new FunctionDerivatives(normaliser, this::of);
        this.flatSides = new FlatSides(normaliser, variable, this::of);
        this.variable = variable;
    }

    /**
     * The derivative of f by the variable, every other letter held fixed. Vectors, matrices and equations are differentiated entry by
     * entry. At the corner of {@code abs}, {@code relu}, {@code max} and the seams of {@code piecewise}, where there is no
     * derivative, the result may have a value all the same.
     *
     * @throws UndifferentiableException if a part has no derivative that can be written, as with {@code floor(x)}
     */
    public static Expression of(Expression f, String variable) {
        return of(f, variable, Map.of());
    }

    /** The same where letters are known to be positive. */
    public static Expression of(Expression f, String variable, Map<String, Domain> domains) {
        var normaliser = Tidy.normaliser(domains);
        try {
            return new Derivative(normaliser, variable).of(normaliser.tidy(f));
        } catch (ArithmeticException e) {
            throw new UndifferentiableException("This has no value anywhere.");
        }
    }

    private Expression of(Expression f) {
        return f.accept(rules);
    }

    private final class Rules implements PartialVisitor<Expression> {
        @Override
        public Expression otherwise(Expression f) {
            return f.isScalar() || f.isInfinite() ? unless(f, () -> unknown("this")) : f.map(Derivative.this::of);
        }

        /** The derivative of what does not move is zero. */
        private Expression unless(Expression f, Supplier<Expression> moving) {
            return isFree(f) ? Rationals.write(0) : moving.get();
        }

        private Expression unknown(String what) {
            throw new UndifferentiableException("The derivative of " + what + " is not known.");
        }

        @Override
        public Expression symbol(Symbol symbol) {
            return Rationals.write(symbol.name().equals(variable) ? 1 : 0);
        }

        @Override
        public Expression sum(Sum sum) {
            return unless(
                    sum,
                    () -> fractions.togetherIfShorter(normaliser.sum(
                            sum.terms().stream().map(Derivative.this::of).toList())));
        }

        @Override
        public Expression product(Product product) {
            return unless(product, () -> Derivative.this.product(product.factors()));
        }

        @Override
        public Expression quotient(Quotient quotient) {
            return unless(quotient, () -> Derivative.this.quotient(quotient.numerator(), quotient.denominator()));
        }

        @Override
        public Expression power(Power power) {
            return unless(power, () -> Derivative.this.power(power.base(), power.exponent()));
        }

        @Override
        public Expression negation(Negation negation) {
            return unless(negation, () -> normaliser.negate(of(negation.argument())));
        }

        @Override
        public Expression call(Call call) {
            return unless(call, () -> flatSides.derivativeOf(call, () -> functions.of(call)));
        }

        @Override
        public Expression application(Application application) {
            return unless(application, () -> unknown(application.name() + ", whose rule is not given,"));
        }
    }

    private boolean isFree(Expression e) {
        return !e.mentions(variable);
    }

    private Expression product(List<Expression> factors) {
        var terms = new ArrayList<Expression>();
        for (var i = 0; i < factors.size(); i++) {
            if (!isFree(factors.get(i))) {
                var changed = new ArrayList<>(factors);
                changed.set(i, of(factors.get(i)));
                terms.add(normaliser.product(changed));
            }
        }
        return fractions.togetherIfShorter(normaliser.sum(terms));
    }

    /** (n/d)' over the smallest power of d that serves: (x/√u)' has u^(3/2) below, not (√u)². */
    private Expression quotient(Expression numerator, Expression denominator) {
        var below = normaliser.monomial(denominator);
        var moving = below.powers().keySet().stream()
                .filter(base -> !isFree(base) || !isFree(below.exponent(base)))
                .toList();
        if (moving.isEmpty()) {
            return normaliser.quotient(of(numerator), denominator);
        } else if (moving.stream()
                .anyMatch(base -> Rationals.of(below.exponent(base)).isEmpty())) {
            return product(List.of(numerator, new Power(denominator, Rationals.write(-1))));
        }
        var terms = new ArrayList<Expression>();
        terms.add(normaliser.product(with(moving, of(numerator))));
        for (var base : moving) {
            var others = new ArrayList<>(moving);
            others.remove(base);
            var factors = with(others, of(base));
            factors.add(numerator);
            factors.add(below.exponent(base));
            terms.add(normaliser.negate(normaliser.product(factors)));
        }
        var above = fractions.togetherIfShorter(expansion.expandIfShorter(normaliser.sum(terms)));
        return normaliser.quotient(above, normaliser.product(with(moving, denominator)));
    }

    private static ArrayList<Expression> with(List<Expression> factors, Expression another) {
        var all = new ArrayList<>(factors);
        all.add(another);
        return all;
    }

    private Expression freePower(Expression base, Expression exponent) {
        var lower = normaliser.sum(List.of(exponent, Rationals.write(-1)));
        return normaliser.product(List.of(exponent, normaliser.power(base, lower), of(base)));
    }

    private Expression power(Expression base, Expression exponent) {
        if (isFree(exponent)) {
            return flatSides.derivativeOf(base, exponent, () -> freePower(base, exponent));
        }
        var logarithm = normaliser.call(Function.LN, base);
        var whole = normaliser.power(base, exponent);
        if (isFree(base)) {
            return normaliser.product(List.of(whole, logarithm, of(exponent)));
        }
        var rate = normaliser.sum(List.of(
                normaliser.product(List.of(of(exponent), logarithm)),
                normaliser.product(List.of(exponent, normaliser.quotient(of(base), base)))));
        return normaliser.product(List.of(whole, rate));
    }
}
