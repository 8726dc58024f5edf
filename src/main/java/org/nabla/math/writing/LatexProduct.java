package org.nabla.math.writing;

import java.util.List;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Tuple;

/** Products in LaTeX: factors side by side, with a dot only where they would run together. */
final class LatexProduct {
    private LatexProduct() {}

    static String write(List<Expression> factors) {
        var out = new StringBuilder();
        for (int i = 0; i < factors.size(); i++) {
            boolean last = i == factors.size() - 1;
            var text = factor(factors.get(i), last || LatexCall.isNamed(factors.get(i + 1)));
            if (i > 0) {
                out.append(separator(factors.get(i - 1), factors.get(i), out, text));
            }
            out.append(text);
        }
        return out.toString();
    }

    /** A function may go without brackets only where nothing follows that could belong to its argument. */
    private static String factor(Expression e, boolean bare) {
        if (e instanceof Quotient) {
            return LatexWriter.write(e);
        }
        if (!bare && e instanceof Call c) {
            return LatexCall.withBrackets(c);
        }
        if (!bare && e instanceof Power p && p.base() instanceof Call c && LatexCall.raisesName(c, p.exponent())) {
            return LatexCall.raisedWithBrackets(c, LatexWriter.write(p.exponent()));
        }
        if (e instanceof Numeral n && !n.value().isInteger() && n.value().signum() > 0) {
            return LatexWriter.write(e);
        }
        return LatexWriter.bracketed(e, Precedence.POWER);
    }

    private static String separator(Expression before, Expression after, StringBuilder left, String right) {
        if (startsWithDigit(right) || isNumeric(before) && isNumeric(after) || isVector(before) && isVector(after)) {
            return isVector(before) ? " * " : " \\cdot ";
        }
        if (startsWithBrace(right) || before instanceof Quotient && after instanceof Quotient) {
            return " \\cdot ";
        }
        return touches(left, right) ? " " : "";
    }

    private static boolean startsWithDigit(String text) {
        char first = text.charAt(0);
        return first >= '0' && first <= '9';
    }

    /** A set: after a factor its brace would look like one that groups. */
    private static boolean startsWithBrace(String text) {
        return text.startsWith("\\{") || text.startsWith("\\left\\{");
    }

    private static boolean isNumber(Expression e) {
        return e instanceof Numeral || e instanceof Decimal;
    }

    /** Two numbers side by side are multiplied with a dot, also where the second is in brackets: 3 · (−2), not 3(−2). */
    private static boolean isNumeric(Expression e) {
        if (e instanceof Power power) {
            return isNumeric(power.base());
        } else if (e instanceof Negation negation) {
            return isNumeric(negation.argument());
        }
        return isNumber(e) || isNumericFraction(e);
    }

    private static boolean isNumericFraction(Expression e) {
        return e instanceof Numeral n && !n.value().isInteger()
                || e instanceof Quotient q && q.numerator() instanceof Numeral
                || e instanceof Quotient p && LatexWriter.write(p.numerator()).matches("[0-9].*");
    }

    private static boolean isVector(Expression e) {
        return e instanceof Tuple;
    }

    /** Whether two names would grow together: a command before a letter, or letters of two words. */
    private static boolean touches(StringBuilder left, String right) {
        boolean fraction = right.startsWith("\\frac") || right.startsWith("\\begin") || right.startsWith("\\left");
        boolean opening = right.charAt(0) == '(';
        if (opening) {
            return false;
        }
        int i = left.length();
        while (i > 0 && Character.isLetter(left.charAt(i - 1))) {
            i--;
        }
        boolean command = i > 0 && left.charAt(i - 1) == '\\' && i < left.length();
        return command && Character.isLetter(right.charAt(0))
                || left.charAt(left.length() - 1) == '}' && !fraction
                || right.startsWith("\\") && !fraction && !right.startsWith("\\pi");
    }
}
