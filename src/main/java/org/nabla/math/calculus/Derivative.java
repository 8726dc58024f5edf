package org.nabla.math.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Function;
import org.nabla.math.Rationals;
import org.nabla.math.Traversal;
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
        if (f instanceof Symbol symbol) {
            return Rationals.write(symbol.name().equals(variable) ? 1 : 0);
        } else if (isCollection(f)) {
            return Traversal.mapChildren(f, this::of);
        } else if (isFree(f)) {
            return Rationals.write(0);
        } else if (f instanceof Sum sum) {
            return fractions.togetherIfShorter(
                    normaliser.sum(sum.terms().stream().map(this::of).toList()));
        } else if (f instanceof Product product) {
            return product(product.factors());
        } else if (f instanceof Quotient quotient) {
            return quotient(quotient.numerator(), quotient.denominator());
        } else if (f instanceof Power power) {
            return power(power.base(), power.exponent());
        } else if (f instanceof Negation negation) {
            return normaliser.negate(of(negation.argument()));
        } else if (f instanceof Call call) {
            return flatSides.derivativeOf(call, () -> functions.of(call));
        }
        throw new UndifferentiableException("The derivative of " + name(f) + " is not known.");
    }

    private static String name(Expression f) {
        return f instanceof Expression.Application application
                ? application.name() + ", whose rule is not given,"
                : "this";
    }

    private static boolean isCollection(Expression f) {
        return !(f instanceof Constant) && !Normaliser.isScalar(f) && f != Constant.INFINITY;
    }

    private boolean isFree(Expression e) {
        return !Traversal.mentions(e, variable);
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
