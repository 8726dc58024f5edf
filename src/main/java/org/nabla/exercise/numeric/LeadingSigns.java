package org.nabla.exercise.numeric;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionSort;
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.PartialVisitor;

/** When a value among other mathematics needs brackets: {@code 3 - (-2)}, {@code 4 \cdot (-1)}, {@code (-2)^2}, {@code 2(x + 1)}. */
public final class LeadingSigns {
    private static final Pattern AFTER_SIGN = Pattern.compile("(?s).*([-+]|\\\\cdot|\\\\times|\\\\pm)\\s*$");
    private static final Pattern AFTER_MINUS_OR_DOT = Pattern.compile("(?s).*(-|\\\\cdot|\\\\times)\\s*$");
    private static final Pattern AFTER_FACTOR = Pattern.compile("(?s).*[0-9A-Za-z)]$");
    private static final Pattern COMMAND = Pattern.compile("(?s).*\\\\[A-Za-z]+$");
    private static final Pattern BEFORE_FACTOR = Pattern.compile("(?s)(\\\\cdot|\\\\times|[A-Za-z(]).*");
    private static final Pattern BEFORE_DOT = Pattern.compile("(?s)\\s*(\\\\cdot|\\\\times).*");

    private static final ExpressionVisitor<Boolean> NEGATIVE = new PartialVisitor<>() {
        @Override
        public Boolean negation(Expression.Negation negation) {
            return true;
        }

        @Override
        public Boolean sum(Expression.Sum sum) {
            return isNegative(sum.terms().get(0));
        }

        @Override
        public Boolean product(Expression.Product product) {
            return isNegative(product.factors().get(0));
        }

        @Override
        public Boolean quotient(Expression.Quotient quotient) {
            return isNegative(quotient.numerator());
        }

        @Override
        public Boolean otherwise(Expression e) {
            return e.isNegativeNumber();
        }
    };

    private static final ExpressionVisitor<Expression> NEGATED = new PartialVisitor<>() {
        @Override
        public Expression negation(Expression.Negation negation) {
            return negation.argument();
        }

        @Override
        public Expression numeral(Expression.Numeral numeral) {
            return new Expression.Numeral(numeral.value().negate());
        }

        @Override
        public Expression decimal(Expression.Decimal decimal) {
            return new Expression.Decimal(decimal.value().negate());
        }

        @Override
        public Expression sum(Expression.Sum sum) {
            return sum.map(t -> isNegative(t) ? negated(t) : new Expression.Negation(t));
        }

        @Override
        public Expression product(Expression.Product product) {
            var factors = new ArrayList<>(product.factors());
            factors.set(0, negated(factors.get(0)));
            return new Expression.Product(factors);
        }

        @Override
        public Expression quotient(Expression.Quotient quotient) {
            return new Expression.Quotient(negated(quotient.numerator()), quotient.denominator());
        }

        @Override
        public Expression otherwise(Expression e) {
            return new Expression.Negation(e);
        }
    };

    private LeadingSigns() {}

    public static boolean needsBrackets(Expression e, CharSequence before, String following) {
        if (inBrackets(e)) {
            return false;
        }
        if (following.startsWith("^")) {
            return !e.isName() && !e.isNatural();
        }
        if (isNegative(e) && AFTER_SIGN.matcher(before).matches()) {
            return true;
        }
        boolean factorBefore = AFTER_FACTOR.matcher(before).matches()
                && !COMMAND.matcher(before).matches();
        if (isNegative(e) && factorBefore) {
            return true;
        }
        return e instanceof Expression.Sum
                && (AFTER_MINUS_OR_DOT.matcher(before).matches()
                        || factorBefore
                        || BEFORE_FACTOR.matcher(following).matches()
                        || BEFORE_DOT.matcher(following).matches());
    }

    private static boolean inBrackets(Expression e) {
        var sort = ExpressionSort.of(e);
        return sort == ExpressionSort.LIST || sort == ExpressionSort.MATRIX;
    }

    /** Whether its written form starts with a minus. */
    public static boolean isNegative(Expression e) {
        return e.accept(NEGATIVE);
    }

    /** The opposite, written without its leading minus where it has one. */
    public static Expression negated(Expression e) {
        return e.accept(NEGATED);
    }

    public static String bracketed(String latex) {
        boolean tall = latex.contains("\\frac") || latex.contains("\\begin");
        return tall ? "\\left(" + latex + "\\right)" : "(" + latex + ")";
    }
}
