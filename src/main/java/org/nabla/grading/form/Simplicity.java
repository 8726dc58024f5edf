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
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;

/** Whether nothing is left to carry out that every learner would: computing, collecting, cancelling. */
final class Simplicity {

    private static final Set<Function> AT_ZERO = Set.of(
            Function.SIN, Function.COS, Function.TAN, Function.EXP, Function.SQRT, Function.ARCTAN, Function.ABS);

    /** Whether something is left to do at this node itself. */
    private static final ExpressionVisitor<Boolean> UNTIDY = new PartialVisitor<>() {
        @Override
        public Boolean sum(Sum sum) {
            return untidy(sum);
        }

        @Override
        public Boolean product(Product product) {
            return untidy(product);
        }

        @Override
        public Boolean quotient(Quotient quotient) {
            return untidy(quotient);
        }

        @Override
        public Boolean power(Power power) {
            return untidy(power);
        }

        @Override
        public Boolean negation(Negation negation) {
            return negation.argument() instanceof Negation || Trees.isZero(negation.argument());
        }

        @Override
        public Boolean call(Call call) {
            return untidy(call);
        }

        @Override
        public Boolean otherwise(Expression e) {
            return false;
        }
    };

    private static final ExpressionVisitor<Boolean> RATIONAL = new PartialVisitor<>() {
        @Override
        public Boolean numeral(Numeral numeral) {
            return true;
        }

        @Override
        public Boolean negation(Negation negation) {
            return isRational(negation.argument());
        }

        @Override
        public Boolean quotient(Quotient quotient) {
            return isRational(quotient.numerator()) && isRational(quotient.denominator());
        }

        @Override
        public Boolean otherwise(Expression e) {
            return false;
        }
    };

    private static final ExpressionVisitor<Object> WITHOUT_COEFFICIENT = new PartialVisitor<>() {
        @Override
        public Object negation(Negation negation) {
            return withoutCoefficient(negation.argument());
        }

        @Override
        public Object quotient(Quotient quotient) {
            return isRational(quotient.denominator()) ? withoutCoefficient(quotient.numerator()) : quotient;
        }

        @Override
        public Object product(Product product) {
            var rest = factors(product);
            return rest.size() == 1 ? rest.get(0) : Set.copyOf(new HashSet<>(rest));
        }

        @Override
        public Object otherwise(Expression e) {
            return e;
        }
    };

    private static final ExpressionVisitor<BigInteger> COEFFICIENT = new PartialVisitor<>() {
        @Override
        public BigInteger numeral(Numeral numeral) {
            return numeral.isWhole() ? numeral.value().numerator() : BigInteger.ONE;
        }

        @Override
        public BigInteger negation(Negation negation) {
            return coefficient(negation.argument());
        }

        @Override
        public BigInteger product(Product product) {
            return product.factors().stream().map(Simplicity::coefficient).reduce(BigInteger.ONE, BigInteger::multiply);
        }

        @Override
        public BigInteger sum(Sum sum) {
            return sum.terms().stream().map(Simplicity::coefficient).reduce(BigInteger.ZERO, BigInteger::gcd);
        }

        @Override
        public BigInteger otherwise(Expression e) {
            return BigInteger.ONE;
        }
    };

    private Simplicity() {}

    static boolean isSimple(Expression e) {
        return !e.accept(UNTIDY) && e.children().stream().allMatch(Simplicity::isSimple);
    }

    private static boolean untidy(Sum sum) {
        var seen = new HashSet<Object>();
        return sum.terms().stream()
                .anyMatch(term -> term instanceof Sum || Trees.isZero(term) || !seen.add(withoutCoefficient(term)));
    }

    /** The term apart from its number: two terms with the same could be collected. */
    private static Object withoutCoefficient(Expression term) {
        return isRational(term) ? Trees.ONE : term.accept(WITHOUT_COEFFICIENT);
    }

    private static boolean isRational(Expression e) {
        return e.accept(RATIONAL);
    }

    private static boolean untidy(Product product) {
        var seen = new HashSet<Object>();
        return product.factors().stream()
                .anyMatch(factor -> factor.equals(Trees.ONE)
                        || Trees.isZero(factor)
                        || factor instanceof Product
                        || !seen.add(isRational(factor) ? Trees.ONE : base(factor)));
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

    private static Expression base(Expression factor) {
        return factor instanceof Power power ? power.base() : factor;
    }

    private static List<Expression> factors(Expression e) {
        return e instanceof Product product
                ? product.factors().stream()
                        .filter(factor -> !isRational(factor))
                        .toList()
                : isRational(e) ? List.of() : List.of(e);
    }

    private static List<Expression> bases(Expression e) {
        return factors(e).stream().map(Simplicity::base).toList();
    }

    /** The whole number that all terms share. */
    private static BigInteger coefficient(Expression e) {
        return e.accept(COEFFICIENT);
    }

    private static boolean untidy(Power power) {
        var exponent = power.exponent();
        return exponent.equals(Trees.ONE)
                || Trees.isZero(exponent)
                || power.base().equals(Trees.ONE)
                || power.base() instanceof Power
                || power.base() == Constant.E && exponent.isCallOf(Function.LN)
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
                || call.function() == Function.LN && (argument.equals(Trees.ONE) || base(argument) == Constant.E);
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
