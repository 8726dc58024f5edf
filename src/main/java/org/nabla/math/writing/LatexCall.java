package org.nabla.math.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Brackets;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rationals;

/** Functions in LaTeX: {@code \sin x}, {@code \sin^{2} x}, {@code \log_{2} x}, {@code \sqrt{x}}, {@code \left|x\right|}. */
final class LatexCall {
    /** The names that LaTeX knows; others are set with {@code \operatorname}. */
    private static final Set<String> COMMANDS = Set.of(
            "sin", "cos", "tan", "sec", "csc", "cot", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "exp", "ln",
            "log", "min", "max", "det");

    private static final Expression ZERO = Rationals.write(0);

    private LatexCall() {}

    static String write(Call call) {
        return isFenced(call) ? fenced(call) : named(call, "", isSimple(call));
    }

    /** As {@link #write}, but ready to be followed by another factor. */
    static String withBrackets(Call call) {
        return isFenced(call) ? fenced(call) : named(call, "", false);
    }

    /** Whether the power of this call is written at the name: {@code \sin^{2} x}. */
    static boolean raisesName(Power power) {
        return power.exponent().isNatural()
                && !power.exponent().equals(ZERO)
                && power.base() instanceof Call call
                && call.function().standsAlone()
                && !isFenced(call)
                && call.function() != Function.EXP
                && call.arguments().size() == 1;
    }

    /** The power of a call whose name it raises. */
    static String raised(Power power, String exponent) {
        var call = (Call) power.base();
        return named(call, "^{" + exponent + "}", isSimple(call));
    }

    /** As {@link #raised}, but ready to be followed by another factor. */
    static String raisedWithBrackets(Power power) {
        return named((Call) power.base(), "^{" + LatexWriter.write(power.exponent()) + "}", false);
    }

    /** Whether it starts with a function's name, at which an argument before it ends. */
    static boolean isNamed(Expression e) {
        return e.accept(NAMED);
    }

    private static final PartialVisitor<Boolean> NAMED = new PartialVisitor<>() {
        @Override
        public Boolean otherwise(Expression e) {
            return false;
        }

        @Override
        public Boolean power(Power power) {
            return raisesName(power);
        }

        @Override
        public Boolean call(Call call) {
            return !isFenced(call);
        }
    };

    /** Whether brackets, bars or a root hold it together. */
    static boolean isFenced(Call call) {
        return switch (call.function()) {
            case SQRT, CBRT, ROOT, ABS, NORM, FLOOR, CEILING, FACTORIAL, TRANSPOSE, PIECEWISE -> true;
            case DOT, CROSS ->
                call.arguments().get(0).isVector() && call.arguments().get(1).isVector();
            default -> false;
        };
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
        boolean bare = argument.isName() || argument.isNatural() || argument.isVectorial();
        return bare ? LatexWriter.write(argument) : LatexBrackets.round(LatexWriter.write(argument));
    }

    private static String bars(Expression argument, String content) {
        boolean nested = argument.isCallOf(Function.ABS);
        var inside = nested ? LatexBrackets.round(content) : content;
        return inside.contains("|") || inside.contains("\\frac") || inside.contains("\\begin")
                ? "\\left|" + inside + "\\right|"
                : "|" + inside + "|";
    }

    /** The third root has a function of its own, which {@code \sqrt[3]{x}} means. */
    private static String root(List<Expression> arguments, String content) {
        var degree = arguments.get(1);
        boolean third = degree.equals(Rationals.write(3));
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
        return call.function().standsAlone()
                && call.function() != Function.EXP
                && call.arguments().get(0).accept(call.function().compareTo(Function.ARTANH) <= 0 ? SHORT : SINGLE);
    }

    /** A name, a whole number, or what bars hold together. */
    private static final PartialVisitor<Boolean> SINGLE = LatexCall::isSingle;

    private static boolean isSingle(Expression argument) {
        return argument.isName() || argument.isNatural() || argument.isCallOf(Function.ABS);
    }

    /** Also twice a name, and a small fraction. */
    private static final PartialVisitor<Boolean> SHORT = new PartialVisitor<>() {
        @Override
        public Boolean otherwise(Expression argument) {
            return isSingle(argument);
        }

        @Override
        public Boolean product(Product p) {
            return p.factors().size() == 2
                    && p.factors().get(0).isNatural()
                    && !p.factors().get(0).equals(ZERO)
                    && p.factors().get(1).isName();
        }

        @Override
        public Boolean quotient(Quotient q) {
            return !(q.numerator() instanceof Quotient)
                    && (q.denominator() instanceof Numeral || q.denominator().isName());
        }
    };
}
