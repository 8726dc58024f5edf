package org.nabla.exercise.generator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nabla.exercise.numeric.Children;
import org.nabla.exercise.numeric.NumericException;
import org.nabla.exercise.numeric.Signs;
import org.nabla.math.Definitions;
import org.nabla.math.Expression;
import org.nabla.math.Function;

/** Expressions as NumPy source. */
final class PythonWriter {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;
    private static final Map<Function, String> NAMES = names();

    private PythonWriter() {}

    private static Map<Function, String> names() {
        var names = new EnumMap<Function, String>(Function.class);
        for (var f : List.of(
                Function.SIN,
                Function.COS,
                Function.TAN,
                Function.ARCSIN,
                Function.ARCCOS,
                Function.ARCTAN,
                Function.SINH,
                Function.COSH,
                Function.TANH,
                Function.EXP,
                Function.SQRT,
                Function.CBRT,
                Function.ABS,
                Function.SIGN,
                Function.FLOOR,
                Function.CEILING)) {
            names.put(f, "np." + f.text());
        }
        names.put(Function.ARSINH, "np.arcsinh");
        names.put(Function.ARCOSH, "np.arccosh");
        names.put(Function.ARTANH, "np.arctanh");
        names.put(Function.LN, "np.log");
        names.put(Function.ATAN2, "np.arctan2");
        names.put(Function.NORM, "np.linalg.norm");
        names.put(Function.DET, "np.linalg.det");
        names.put(Function.DOT, "np.dot");
        names.put(Function.CROSS, "np.cross");
        names.put(Function.TRANSPOSE, "np.transpose");
        names.put(Function.MIN, "min");
        names.put(Function.MAX, "max");
        return names;
    }

    static String write(Expression e) {
        return write(e, 0);
    }

    private static String write(Expression e, int needed) {
        var text = text(e);
        return rank(e) < needed ? "(" + text + ")" : text;
    }

    private static int rank(Expression e) {
        if (e instanceof Expression.Sum) {
            return SUM;
        } else if (e instanceof Expression.Product || e instanceof Expression.Quotient) {
            return PRODUCT;
        } else if (e instanceof Expression.Negation
                || e instanceof Expression.Numeral n && n.value().signum() < 0
                || e instanceof Expression.Decimal d && d.value().signum() < 0) {
            return SIGN;
        } else if (e instanceof Expression.Numeral n && !n.value().isInteger()) {
            return PRODUCT;
        } else if (e instanceof Expression.Power) {
            return POWER;
        }
        return ATOM;
    }

    private static String text(Expression e) {
        if (e instanceof Expression.Sum sum) {
            return sum(sum);
        } else if (e instanceof Expression.Product product) {
            return product.factors().stream().map(f -> write(f, SIGN)).collect(Collectors.joining("*"));
        } else if (e instanceof Expression.Quotient quotient) {
            return write(quotient.numerator(), PRODUCT) + "/" + write(quotient.denominator(), SIGN);
        } else if (e instanceof Expression.Negation negation) {
            return "-" + write(negation.argument(), PRODUCT);
        } else if (e instanceof Expression.Power power) {
            return power.base() == Expression.Constant.E
                    ? "np.exp(" + write(power.exponent()) + ")"
                    : write(power.base(), ATOM) + "**" + write(power.exponent(), ATOM);
        } else if (e instanceof Expression.Call call) {
            return call(call);
        } else if (Children.isList(e)) {
            return "[" + list(Children.of(e)) + "]";
        } else if (e instanceof Expression.Matrix matrix) {
            return "[" + matrix.rows().stream().map(r -> "[" + list(r) + "]").collect(Collectors.joining(", ")) + "]";
        }
        return atom(e);
    }

    private static String atom(Expression e) {
        if (e instanceof Expression.Numeral numeral) {
            return numeral.value().toString();
        } else if (e instanceof Expression.Decimal decimal) {
            return decimal.value().toPlainString();
        } else if (e instanceof Expression.Symbol symbol) {
            return symbol.name().equals("lambda") ? "lam" : symbol.name();
        } else if (e == Expression.Constant.PI) {
            return "np.pi";
        } else if (e == Expression.Constant.E) {
            return "np.e";
        } else if (e == Expression.Constant.INFINITY) {
            return "np.inf";
        }
        throw new NumericException("this cannot be written in Python: " + org.nabla.math.writing.TextWriter.write(e));
    }

    private static String sum(Expression.Sum sum) {
        var out = new StringBuilder();
        for (var term : sum.terms()) {
            boolean negative = Signs.isNegative(term) && !(term instanceof Expression.Sum);
            if (!out.isEmpty()) {
                out.append(negative ? " - " : " + ");
            } else if (negative) {
                out.append('-');
            }
            out.append(write(negative ? Signs.negated(term) : term, PRODUCT));
        }
        return out.toString();
    }

    private static String call(Expression.Call call) {
        var arguments = list(call.arguments());
        var name = NAMES.get(call.function());
        if (name != null) {
            return name + "(" + arguments + ")";
        }
        var definition = Definitions.of(call);
        if (definition.isPresent()) {
            return write(definition.orElseThrow(), ATOM);
        }
        return switch (call.function()) {
            case SEC -> "(1/np.cos(" + arguments + "))";
            case CSC -> "(1/np.sin(" + arguments + "))";
            case COT -> "(1/np.tan(" + arguments + "))";
            case SIGMOID -> "(1/(1 + np.exp(-(" + arguments + "))))";
            case RELU -> "np.maximum(0, " + arguments + ")";
            case SOFTPLUS -> "np.log1p(np.exp(" + arguments + "))";
            case LOG ->
                call.arguments().size() == 1
                        ? "np.log(" + arguments + ")"
                        : "(np.log(" + write(call.arguments().get(0)) + ")/np.log("
                                + write(call.arguments().get(1)) + "))";
            case ROOT ->
                write(call.arguments().get(0), ATOM) + "**(1/"
                        + write(call.arguments().get(1), ATOM) + ")";
            default -> throw new NumericException(call.function().text() + " cannot be written in Python");
        };
    }

    private static String list(List<Expression> entries) {
        return entries.stream().map(PythonWriter::write).collect(Collectors.joining(", "));
    }
}
