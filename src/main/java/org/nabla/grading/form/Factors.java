package org.nabla.grading.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.PartialVisitor;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;

/**
 * Whether a response is factored: it has the factors of the key, each up to its sign, where the author wrote the key as a
 * product; or none of its own factors splits further.
 */
final class Factors {

    private final Comparer comparer;
    private final Context context;

    Factors(Comparer comparer, Context context) {
        this.comparer = comparer;
        this.context = context;
    }

    boolean match(Expression response, Expression key) {
        var given = new ArrayList<Expression>();
        var asked = new ArrayList<Expression>();
        if (!collect(response, 1, given) || !collect(key, 1, asked)) {
            return false;
        }
        var letters = new HashMap<Expression, Expression>();
        var splits = given.stream().map(factor -> plain(factor, letters)).anyMatch(Reducibility::splits);
        return !splits && given.stream().noneMatch(Factors::isOpen) && given.size() >= asked.size()
                || asked.size() > 1 && pairs(given, asked);
    }

    /** A sum of what is no polynomial could be a product in disguise: only the key's factors show that it is none. */
    private static boolean isOpen(Expression factor) {
        var plain = plain(factor, new HashMap<>());
        return plain instanceof Expression.Sum && RationalPolynomial.of(plain).isEmpty() && !isLinear(plain);
    }

    /** With a letter for what is no power: sin(x)^2 − 1 is factored as u^2 − 1 is. */
    private static Expression plain(Expression e, Map<Expression, Expression> letters) {
        var isFunction =
                e instanceof Expression.Call || e instanceof Power power && !(power.exponent() instanceof Numeral);
        return isFunction && !Comparer.isNumber(e)
                ? letters.computeIfAbsent(e, f -> new Expression.Symbol("_" + letters.size()))
                : e.map(child -> plain(child, letters));
    }

    /** Of the first degree in all letters together, also with irrational coefficients: such a sum is no product. */
    private static boolean isLinear(Expression e) {
        try {
            return Trees.symbols(e).stream().allMatch(letter -> Comparer.isNumber(Derivative.of(e, letter)));
        } catch (UndifferentiableException | ArithmeticException notSmooth) {
            return false;
        }
    }

    private boolean pairs(List<Expression> given, List<Expression> asked) {
        if (given.size() != asked.size()) {
            return false;
        }
        for (var factor : asked) {
            if (!given.removeIf(once(factor))) {
                return false;
            }
        }
        return true;
    }

    /** A test that takes one matching factor and no second. */
    private java.util.function.Predicate<Expression> once(Expression factor) {
        var taken = new boolean[1];
        return candidate -> {
            var matches = !taken[0] && alike(candidate, factor);
            taken[0] |= matches;
            return matches;
        };
    }

    private boolean alike(Expression left, Expression right) {
        return comparer.same(left, right, context.domains())
                || comparer.same(left, new Negation(right), context.domains());
    }

    /** Adds the factors that are not numbers; false where there are more than any key has. */
    private static boolean collect(Expression e, int times, List<Expression> factors) {
        return e.accept(new Collecting(times, factors));
    }

    /** Takes a product apart, of numbers nothing. */
    private record Collecting(int times, List<Expression> factors) implements PartialVisitor<Boolean> {

        @Override
        public Boolean negation(Negation negation) {
            return collect(negation.argument(), times, factors);
        }

        @Override
        public Boolean product(Product product) {
            return product.factors().stream().allMatch(factor -> collect(factor, times, factors));
        }

        @Override
        public Boolean quotient(Quotient quotient) {
            if (Comparer.isNumber(quotient.denominator())) {
                return collect(quotient.numerator(), times, factors);
            }
            return quotient.numerator().equals(Trees.ONE)
                    ? otherwise(quotient)
                    : collect(quotient.numerator(), times, factors)
                            && collect(new Quotient(Trees.ONE, quotient.denominator()), times, factors);
        }

        @Override
        public Boolean power(Power power) {
            return power.exponent() instanceof Numeral exponent
                            && exponent.isWhole()
                            && exponent.value().signum() > 0
                            && exponent.value().toDouble() * times <= 50
                    ? collect(power.base(), times * exponent.value().numerator().intValueExact(), factors)
                    : otherwise(power);
        }

        @Override
        public Boolean otherwise(Expression e) {
            if (!Comparer.isNumber(e)) {
                for (var i = 0; i < times; i++) {
                    factors.add(e);
                }
            }
            return factors.size() <= 100;
        }
    }
}
