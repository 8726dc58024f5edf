package org.nabla.exercise.numeric;

import java.util.regex.Pattern;
import org.nabla.math.Expression;
import org.nabla.math.Rational;

/** When a value among other mathematics needs brackets: {@code 3 - (-2)}, {@code 4 \cdot (-1)}, {@code (-2)^2}, {@code 2(x + 1)}. */
public final class Signs {
    private static final Pattern AFTER_SIGN = Pattern.compile("(?s).*([-+]|\\\\cdot|\\\\times|\\\\pm)\\s*$");
    private static final Pattern AFTER_MINUS_OR_DOT = Pattern.compile("(?s).*(-|\\\\cdot|\\\\times)\\s*$");
    private static final Pattern AFTER_FACTOR = Pattern.compile("(?s).*[0-9A-Za-z)]$");
    private static final Pattern COMMAND = Pattern.compile("(?s).*\\\\[A-Za-z]+$");
    private static final Pattern BEFORE_FACTOR = Pattern.compile("(?s)(\\\\cdot|\\\\times|[A-Za-z(]).*");
    private static final Pattern BEFORE_DOT = Pattern.compile("(?s)\\s*(\\\\cdot|\\\\times).*");

    private Signs() {}

    public static boolean needsBrackets(Expression e, CharSequence before, String following) {
        if (e instanceof Expression.Tuple || e instanceof Expression.Matrix || e instanceof Expression.Braces) {
            return false;
        }
        if (following.startsWith("^")) {
            return !isAtom(e);
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

    /** Whether it is written without any sign or structure: 3, x, π, sin x in brackets. */
    private static boolean isAtom(Expression e) {
        return e instanceof Expression.Symbol
                || e instanceof Expression.Constant
                || e instanceof Expression.Numeral n
                        && n.value().signum() >= 0
                        && n.value().isInteger();
    }

    /** Whether its written form starts with a minus. */
    public static boolean isNegative(Expression e) {
        if (e instanceof Expression.Negation) {
            return true;
        } else if (e instanceof Expression.Numeral numeral) {
            return numeral.value().signum() < 0;
        } else if (e instanceof Expression.Decimal decimal) {
            return decimal.value().signum() < 0;
        } else if (e instanceof Expression.Sum sum) {
            return isNegative(sum.terms().get(0));
        } else if (e instanceof Expression.Product product) {
            return isNegative(product.factors().get(0));
        } else if (e instanceof Expression.Quotient quotient) {
            return isNegative(quotient.numerator());
        }
        return false;
    }

    /** The opposite, written without its leading minus where it has one. */
    public static Expression negated(Expression e) {
        if (e instanceof Expression.Negation negation) {
            return negation.argument();
        } else if (e instanceof Expression.Numeral numeral) {
            return new Expression.Numeral(numeral.value().times(Rational.MINUS_ONE));
        } else if (e instanceof Expression.Decimal decimal) {
            return new Expression.Decimal(decimal.value().negate());
        } else if (e instanceof Expression.Sum sum) {
            return new Expression.Sum(sum.terms().stream()
                    .map(t -> isNegative(t) ? negated(t) : new Expression.Negation(t))
                    .toList());
        } else if (e instanceof Expression.Product product) {
            var factors = new java.util.ArrayList<>(product.factors());
            factors.set(0, negated(factors.get(0)));
            return new Expression.Product(factors);
        } else if (e instanceof Expression.Quotient quotient) {
            return new Expression.Quotient(negated(quotient.numerator()), quotient.denominator());
        }
        return new Expression.Negation(e);
    }

    public static String bracketed(String latex) {
        boolean tall = latex.contains("\\frac") || latex.contains("\\begin");
        return tall ? "\\left(" + latex + "\\right)" : "(" + latex + ")";
    }
}
