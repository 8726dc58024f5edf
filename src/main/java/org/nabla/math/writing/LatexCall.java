package org.nabla.math.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Brackets;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Function;
import org.nabla.math.Rational;

/** Functions in LaTeX: {@code \sin x}, {@code \sin^{2} x}, {@code \log_{2} x}, {@code \sqrt{x}}, {@code \left|x\right|}. */
final class LatexCall {
    /** The names that LaTeX knows; others are set with {@code \operatorname}. */
    private static final Set<String> COMMANDS = Set.of(
            "sin", "cos", "tan", "sec", "csc", "cot", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "exp", "ln",
            "log", "min", "max", "det");

    private LatexCall() {}

    static String write(Call call) {
        return isFenced(call) ? fenced(call) : named(call, "", isSimple(call));
    }

    /** As {@link #write}, but ready to be followed by another factor. */
    static String withBrackets(Call call) {
        return isFenced(call) ? fenced(call) : named(call, "", false);
    }

    /** Whether the power of this call is written at the name: {@code \sin^{2} x}. */
    static boolean raisesName(Call call, Expression exponent) {
        return call.function().standsAlone()
                && !isFenced(call)
                && call.function() != Function.EXP
                && call.arguments().size() == 1
                && exponent instanceof Numeral n
                && n.value().isInteger()
                && n.value().signum() > 0;
    }

    static String raised(Call call, String exponent) {
        return named(call, "^{" + exponent + "}", isSimple(call));
    }

    static String raisedWithBrackets(Call call, String exponent) {
        return named(call, "^{" + exponent + "}", false);
    }

    /** Whether it starts with a function's name, at which an argument before it ends. */
    static boolean isNamed(Expression e) {
        if (e instanceof Power p) {
            return p.base() instanceof Call base && raisesName(base, p.exponent());
        }
        return e instanceof Call c && !isFenced(c);
    }

    /** Whether brackets, bars or a root hold it together. */
    static boolean isFenced(Call call) {
        return switch (call.function()) {
            case SQRT, CBRT, ROOT, ABS, NORM, FLOOR, CEILING, FACTORIAL, TRANSPOSE, PIECEWISE -> true;
            case DOT, CROSS ->
                isVector(call.arguments().get(0)) && isVector(call.arguments().get(1));
            default -> false;
        };
    }

    private static boolean isVector(Expression e) {
        return e instanceof Tuple t
                && t.brackets() != Brackets.SQUARE
                && t.entries().size() > 1;
    }

    private static String fenced(Call call) {
        var arguments = call.arguments();
        var argument = arguments.get(0);
        var content = LatexWriter.write(argument);
        return switch (call.function()) {
            case SQRT -> "\\sqrt{" + content + "}";
            case CBRT -> "\\sqrt[3]{" + content + "}";
            case ROOT -> root(arguments, content);
            case ABS -> bars(argument, content);
            case NORM -> LatexBrackets.around("\\lVert", content, "\\rVert");
            case FLOOR -> LatexBrackets.around("\\lfloor", content, "\\rfloor");
            case CEILING -> LatexBrackets.around("\\lceil", content, "\\rceil");
            case FACTORIAL -> tight(argument) + "!";
            case TRANSPOSE -> tight(argument) + "^{\\top}";
            case PIECEWISE -> cases(arguments);
            default ->
                content
                        + (call.function() == Function.DOT ? " \\cdot " : " \\times ")
                        + LatexWriter.write(arguments.get(1));
        };
    }

    private static String tight(Expression argument) {
        boolean bare = argument instanceof Symbol
                || argument instanceof Numeral n
                        && n.value().isInteger()
                        && n.value().signum() >= 0
                || argument instanceof Constant
                || argument instanceof Expression.Matrix
                || argument instanceof Tuple;
        return bare ? LatexWriter.write(argument) : LatexBrackets.round(LatexWriter.write(argument));
    }

    private static String bars(Expression argument, String content) {
        boolean nested = argument instanceof Call c && c.function() == Function.ABS;
        var inside = nested ? LatexBrackets.round(content) : content;
        return inside.contains("|") || inside.contains("\\frac") || inside.contains("\\begin")
                ? "\\left|" + inside + "\\right|"
                : "|" + inside + "|";
    }

    /** The third root has a function of its own, which {@code \sqrt[3]{x}} means. */
    private static String root(List<Expression> arguments, String content) {
        var degree = arguments.get(1);
        boolean third = degree instanceof Numeral n && n.value().equals(Rational.of(3));
        return third
                ? "\\operatorname{root}" + LatexWriter.inBrackets(Brackets.ROUND, arguments)
                : "\\sqrt[" + shielded(LatexWriter.write(degree)) + "]{" + content + "}";
    }

    /** In braces where a bracket inside would end the degree too early. */
    private static String shielded(String degree) {
        return degree.contains("[") || degree.contains("]") ? "{" + degree + "}" : degree;
    }

    private static String cases(List<Expression> arguments) {
        var rows = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            var value = LatexWriter.bracketed(arguments.get(i), Precedence.OR);
            rows.add(
                    i + 1 < arguments.size()
                            ? value + " & \\text{if } " + LatexWriter.bracketed(arguments.get(i + 1), Precedence.OR)
                            : value + " & \\text{otherwise}");
        }
        return "\\begin{cases} " + String.join(" \\\\ ", rows) + " \\end{cases}";
    }

    private static String named(Call call, String exponent, boolean bare) {
        var arguments = call.arguments();
        var name = name(call.function());
        if (call.function() == Function.LOG && arguments.size() == 2) {
            name += "_{" + LatexWriter.write(arguments.get(1)) + "}";
            arguments = arguments.subList(0, 1);
        }
        name += exponent;
        if (!bare) {
            return name + LatexWriter.inBrackets(Brackets.ROUND, arguments);
        }
        var argument = LatexWriter.write(arguments.get(0));
        return name + (name.endsWith("}") || !argument.startsWith("\\") ? " " : "") + argument;
    }

    private static String name(Function function) {
        if (function == Function.SIGMOID) {
            return "\\sigma";
        }
        if (function == Function.RELU) {
            return "\\operatorname{ReLU}";
        }
        return COMMANDS.contains(function.text()) ? "\\" + function.text() : "\\operatorname{" + function.text() + "}";
    }

    /** An argument that stands without brackets: {@code \sin 2x}, {@code \ln x}, {@code \cos\frac{x}{2}}. */
    private static boolean isSimple(Call call) {
        if (!call.function().standsAlone() || call.function() == Function.EXP) {
            return false;
        }
        var argument = call.arguments().get(0);
        if (argument instanceof Product p) {
            return call.function().compareTo(Function.ARTANH) <= 0
                    && p.factors().size() == 2
                    && p.factors().get(0) instanceof Numeral n
                    && n.value().isInteger()
                    && n.value().signum() > 0
                    && isName(p.factors().get(1));
        }
        return isName(argument)
                || argument instanceof Call c && c.function() == Function.ABS
                || argument instanceof Numeral n
                        && n.value().isInteger()
                        && n.value().signum() >= 0
                || argument instanceof Quotient q && call.function().compareTo(Function.ARTANH) <= 0 && isSmall(q);
    }

    private static boolean isSmall(Quotient q) {
        return !(q.numerator() instanceof Quotient) && (q.denominator() instanceof Numeral || isName(q.denominator()));
    }

    private static boolean isName(Expression e) {
        return e instanceof Symbol || e instanceof Constant;
    }
}
