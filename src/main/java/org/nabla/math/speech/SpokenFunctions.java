package org.nabla.math.speech;

import java.util.List;
import java.util.Map;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Function;
import org.nabla.math.Rationals;
import org.nabla.math.writing.Precedence;

/** Functions in words: {@code the sine of x}. */
final class SpokenFunctions {
    private static final Map<Function, String> NAMES = Map.ofEntries(
            Map.entry(Function.SIN, "sine"),
            Map.entry(Function.COS, "cosine"),
            Map.entry(Function.TAN, "tangent"),
            Map.entry(Function.SEC, "secant"),
            Map.entry(Function.CSC, "cosecant"),
            Map.entry(Function.COT, "cotangent"),
            Map.entry(Function.ARCSIN, "arc sine"),
            Map.entry(Function.ARCCOS, "arc cosine"),
            Map.entry(Function.ARCTAN, "arc tangent"),
            Map.entry(Function.ARCSEC, "arc secant"),
            Map.entry(Function.ARCCSC, "arc cosecant"),
            Map.entry(Function.ARCCOT, "arc cotangent"),
            Map.entry(Function.SECH, "hyperbolic secant"),
            Map.entry(Function.CSCH, "hyperbolic cosecant"),
            Map.entry(Function.COTH, "hyperbolic cotangent"),
            Map.entry(Function.ARSECH, "inverse hyperbolic secant"),
            Map.entry(Function.ARCSCH, "inverse hyperbolic cosecant"),
            Map.entry(Function.ARCOTH, "inverse hyperbolic cotangent"),
            Map.entry(Function.SINH, "hyperbolic sine"),
            Map.entry(Function.COSH, "hyperbolic cosine"),
            Map.entry(Function.TANH, "hyperbolic tangent"),
            Map.entry(Function.ARSINH, "inverse hyperbolic sine"),
            Map.entry(Function.ARCOSH, "inverse hyperbolic cosine"),
            Map.entry(Function.ARTANH, "inverse hyperbolic tangent"),
            Map.entry(Function.EXP, "exponential"),
            Map.entry(Function.LN, "natural logarithm"),
            Map.entry(Function.LOG, "logarithm"),
            Map.entry(Function.SQRT, "square root"),
            Map.entry(Function.CBRT, "cube root"),
            Map.entry(Function.ABS, "absolute value"),
            Map.entry(Function.SIGN, "sign"),
            Map.entry(Function.FLOOR, "floor"),
            Map.entry(Function.CEILING, "ceiling"),
            Map.entry(Function.FACTORIAL, "factorial"),
            Map.entry(Function.MIN, "minimum"),
            Map.entry(Function.MAX, "maximum"),
            Map.entry(Function.ATAN2, "angle of the point with y and x"),
            Map.entry(Function.ERF, "error function"),
            Map.entry(Function.NORM, "norm"),
            Map.entry(Function.DOT, "dot product"),
            Map.entry(Function.CROSS, "cross product"),
            Map.entry(Function.DET, "determinant"),
            Map.entry(Function.TRANSPOSE, "transpose"));

    private static final Expression FOUR = Rationals.write(4);

    private final SpokenNotation notation;

    SpokenFunctions(SpokenNotation notation) {
        this.notation = notation;
    }

    String write(Call call) {
        var arguments = call.arguments();
        return switch (call.function()) {
            case PIECEWISE -> cases(arguments);
            case ROOT -> "the " + root(arguments.get(1)) + " of " + argument(arguments.get(0));
            case LOG ->
                arguments.size() == 1
                        ? named(call)
                        : "the logarithm to the base " + argument(arguments.get(1)) + " of "
                                + argument(arguments.get(0));
            default -> named(call);
        };
    }

    private String named(Call call) {
        var arguments = call.arguments();
        return "the "
                + NAMES.getOrDefault(call.function(), call.function().text())
                + " of "
                + (arguments.size() == 1 ? argument(arguments.get(0)) : ofSeveral(arguments));
    }

    private String ofSeveral(List<Expression> arguments) {
        int last = arguments.size() - 1;
        return notation.list(arguments.subList(0, last)) + " and "
                + notation.bracketed(arguments.get(last), Precedence.OR);
    }

    private String root(Expression degree) {
        return degree.equals(FOUR) ? "fourth root" : "root of degree " + argument(degree);
    }

    private String argument(Expression e) {
        return SpokenNotation.isShort(e) || Precedence.of(e) == Precedence.ATOM
                ? notation.alone(e)
                : "open bracket " + notation.alone(e) + " close bracket";
    }

    private String cases(List<Expression> arguments) {
        var out = new StringBuilder();
        for (int i = 0; i < arguments.size(); i += 2) {
            out.append(i == 0 ? "" : "; ").append(notation.alone(arguments.get(i)));
            out.append(i + 1 < arguments.size() ? " if " + notation.alone(arguments.get(i + 1)) : " otherwise");
        }
        return out.toString();
    }
}
