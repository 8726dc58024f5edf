package org.nabla.grading.form;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Function;
import org.nabla.math.Rational;

/** Whether nothing is left to carry out that every learner would: computing, collecting, cancelling. */
final class Simplicity {

    private static final Set<Function> AT_ZERO = Set.of(
            Function.SIN, Function.COS, Function.TAN, Function.EXP, Function.SQRT, Function.ARCTAN, Function.ABS);

    private Simplicity() {}

    static boolean isSimple(Expression e) {
        return !(e instanceof Sum sum && untidy(sum))
                && !(e instanceof Product product && untidy(product))
                && !(e instanceof Quotient quotient && untidy(quotient))
                && !(e instanceof Power power && untidy(power))
                && !(e instanceof Negation negation
                        && (negation.argument() instanceof Negation || Trees.isZero(negation.argument())))
                && !(e instanceof Call call && untidy(call))
                && Trees.children(e).stream().allMatch(Simplicity::isSimple);
    }

    private static boolean untidy(Sum sum) {
        var seen = new HashSet<Object>();
        return sum.terms().stream()
                .anyMatch(term -> term instanceof Sum || Trees.isZero(term) || !seen.add(withoutCoefficient(term)));
    }

    /** The term apart from its number: two terms with the same could be collected. */
    private static Object withoutCoefficient(Expression term) {
        if (term instanceof Negation negation) {
            return withoutCoefficient(negation.argument());
        } else if (isRational(term)) {
            return Trees.ONE;
        } else if (term instanceof Quotient quotient && isRational(quotient.denominator())) {
            return withoutCoefficient(quotient.numerator());
        } else if (term instanceof Product product) {
            var rest = product.factors().stream()
                    .filter(factor -> !isRational(factor))
                    .toList();
            return rest.size() == 1 ? rest.get(0) : Set.copyOf(new HashSet<>(rest));
        }
        return term;
    }

    private static boolean isRational(Expression e) {
        return e instanceof Numeral
                || e instanceof Negation negation && isRational(negation.argument())
                || e instanceof Quotient quotient
                        && isRational(quotient.numerator())
                        && isRational(quotient.denominator());
    }

    private static boolean untidy(Product product) {
        var seen = new HashSet<Object>();
        return product.factors().stream()
                .anyMatch(factor -> factor.equals(Trees.ONE)
                        || Trees.isZero(factor)
                        || factor instanceof Product
                        || !seen.add(
                                isRational(factor)
                                        ? Trees.ONE
                                        : factor instanceof Power power ? power.base() : factor));
    }

    private static boolean untidy(Quotient quotient) {
        var top = quotient.numerator() instanceof Negation negation ? negation.argument() : quotient.numerator();
        var bottom = quotient.denominator();
        if (bottom.equals(Trees.ONE)
                || bottom instanceof Quotient
                || top instanceof Quotient
                || Trees.isZero(top)
                || top.equals(bottom)) {
            return true;
        }
        var above = coefficient(top);
        var below = coefficient(bottom);
        var common = above.gcd(below);
        return common.compareTo(BigInteger.ONE) > 0 || bases(top).stream().anyMatch(bases(bottom)::contains);
    }

    private static List<Expression> factors(Expression e) {
        return e instanceof Product product
                ? product.factors().stream()
                        .filter(factor -> !isRational(factor))
                        .toList()
                : isRational(e) ? List.of() : List.of(e);
    }

    private static List<Expression> bases(Expression e) {
        return factors(e).stream()
                .map(factor -> factor instanceof Power power ? power.base() : factor)
                .toList();
    }

    /** The whole number that all terms share. */
    private static BigInteger coefficient(Expression e) {
        if (e instanceof Numeral numeral && numeral.value().isInteger()) {
            return numeral.value().numerator();
        } else if (e instanceof Negation negation) {
            return coefficient(negation.argument());
        } else if (e instanceof Product product) {
            return product.factors().stream().map(Simplicity::coefficient).reduce(BigInteger.ONE, BigInteger::multiply);
        } else if (e instanceof Sum sum) {
            return sum.terms().stream().map(Simplicity::coefficient).reduce(BigInteger.ZERO, BigInteger::gcd);
        }
        return BigInteger.ONE;
    }

    private static boolean untidy(Power power) {
        var exponent = power.exponent();
        return exponent.equals(Trees.ONE)
                || Trees.isZero(exponent)
                || power.base().equals(Trees.ONE)
                || power.base() instanceof Power
                || power.base() == Constant.E && exponent instanceof Call call && call.function() == Function.LN
                || isRational(power.base())
                        && exponent instanceof Numeral numeral
                        && numeral.value().isInteger()
                        && numeral.value().compareTo(Rational.of(10)) <= 0;
    }

    private static boolean untidy(Call call) {
        var argument = call.arguments().get(0);
        if (call.function() == Function.SQRT && argument instanceof Numeral numeral) {
            return hasSquare(numeral.value().numerator());
        }
        return Trees.isZero(argument) && AT_ZERO.contains(call.function())
                || call.function() == Function.LN
                        && (argument.equals(Trees.ONE)
                                || argument == Constant.E
                                || argument instanceof Power power && power.base() == Constant.E);
    }

    private static boolean hasSquare(BigInteger radicand) {
        for (var root = 2; root <= 1000; root++) {
            var square = BigInteger.valueOf((long) root * root);
            if (square.compareTo(radicand) > 0) {
                return false;
            }
            if (radicand.mod(square).signum() == 0) {
                return true;
            }
        }
        return false;
    }
}
