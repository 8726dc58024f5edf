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
import org.nabla.math.PartialVisitor;

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

    private static String factor(Expression e, boolean bare) {
        return e.accept(bare ? BARE : FOLLOWED);
    }

    private static final Factor BARE = new Factor(true);
    private static final Factor FOLLOWED = new Factor(false);

    /** A function may go without brackets only where nothing follows that could belong to its argument. */
    private record Factor(boolean bare) implements PartialVisitor<String> {
        @Override
        public String otherwise(Expression e) {
            return LatexWriter.bracketed(e, Precedence.POWER);
        }

        @Override
        public String quotient(Quotient quotient) {
            return LatexWriter.write(quotient);
        }

        @Override
        public String numeral(Numeral numeral) {
            return numeral.isNegativeNumber() ? otherwise(numeral) : LatexWriter.write(numeral);
        }

        @Override
        public String call(Call call) {
            return bare ? otherwise(call) : LatexCall.withBrackets(call);
        }

        @Override
        public String power(Power power) {
            return !bare && LatexCall.raisesName(power) ? LatexCall.raisedWithBrackets(power) : otherwise(power);
        }
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

    /** Two numbers side by side are multiplied with a dot, also where the second is in brackets: 3 · (−2), not 3(−2). */
    private static boolean isNumeric(Expression e) {
        return e.accept(NUMERIC);
    }

    private static final PartialVisitor<Boolean> NUMERIC = new PartialVisitor<>() {
        @Override
        public Boolean otherwise(Expression e) {
            return false;
        }

        @Override
        public Boolean numeral(Numeral numeral) {
            return true;
        }

        @Override
        public Boolean decimal(Decimal decimal) {
            return true;
        }

        @Override
        public Boolean power(Power power) {
            return isNumeric(power.base());
        }

        @Override
        public Boolean negation(Negation negation) {
            return isNumeric(negation.argument());
        }

        @Override
        public Boolean quotient(Quotient quotient) {
            return quotient.numerator() instanceof Numeral
                    || LatexWriter.write(quotient.numerator()).matches("[0-9].*");
        }
    };

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
