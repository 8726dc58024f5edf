package org.nabla.exercise.generator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nabla.exercise.numeric.LeadingSigns;
import org.nabla.exercise.numeric.NumericException;
import org.nabla.math.Definitions;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.writing.TextWriter;

/** Expressions as NumPy source. */
final class PythonWriter {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;
    private static final Map<Function, String> NAMES = names();

    private static final ExpressionVisitor<Integer> RANK = new PartialVisitor<>() {
        @Override
        public Integer sum(Expression.Sum sum) {
            return SUM;
        }

        @Override
        public Integer product(Expression.Product product) {
            return PRODUCT;
        }

        @Override
        public Integer quotient(Expression.Quotient quotient) {
            return PRODUCT;
        }

        @Override
        public Integer negation(Expression.Negation negation) {
            return SIGN;
        }

        @Override
        public Integer numeral(Expression.Numeral numeral) {
            return numeral.isNegativeNumber() ? SIGN : numeral.isWhole() ? ATOM : PRODUCT;
        }

        @Override
        public Integer power(Expression.Power power) {
            return POWER;
        }

        @Override
        public Integer otherwise(Expression e) {
            return e.isNegativeNumber() ? SIGN : ATOM;
        }
    };

    private static final ExpressionVisitor<String> TEXT = new PartialVisitor<>() {
        @Override
        public String sum(Expression.Sum sum) {
            return PythonWriter.sum(sum);
        }

        @Override
        public String product(Expression.Product product) {
            return product.factors().stream().map(f -> write(f, SIGN)).collect(Collectors.joining("*"));
        }

        @Override
        public String quotient(Expression.Quotient quotient) {
            return write(quotient.numerator(), PRODUCT) + "/" + write(quotient.denominator(), SIGN);
        }

        @Override
        public String negation(Expression.Negation negation) {
            return "-" + write(negation.argument(), PRODUCT);
        }

        @Override
        public String power(Expression.Power power) {
            return power.base() == Expression.Constant.E
                    ? "np.exp(" + write(power.exponent()) + ")"
                    : write(power.base(), ATOM) + "**" + write(power.exponent(), ATOM);
        }

        @Override
        public String call(Expression.Call call) {
            return PythonWriter.call(call);
        }

        @Override
        public String tuple(Expression.Tuple tuple) {
            return array(tuple.entries());
        }

        @Override
        public String braces(Expression.Braces braces) {
            return array(braces.entries());
        }

        @Override
        public String listing(Expression.Listing listing) {
            return array(listing.entries());
        }

        @Override
        public String matrix(Expression.Matrix matrix) {
            return matrix.rows().stream().map(PythonWriter::array).collect(Collectors.joining(", ", "[", "]"));
        }

        @Override
        public String numeral(Expression.Numeral numeral) {
            return numeral.value().toString();
        }

        @Override
        public String decimal(Expression.Decimal decimal) {
            return decimal.value().toPlainString();
        }

        @Override
        public String symbol(Expression.Symbol symbol) {
            return symbol.name().equals("lambda") ? "lam" : symbol.name();
        }

        @Override
        public String constant(Expression.Constant constant) {
            return switch (constant) {
                case PI -> "np.pi";
                case E -> "np.e";
                case INFINITY -> "np.inf";
                case I -> otherwise(constant);
            };
        }

        @Override
        public String otherwise(Expression e) {
            throw new NumericException("this cannot be written in Python: " + TextWriter.write(e));
        }
    };

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
        return e.accept(RANK);
    }

    private static String text(Expression e) {
        return e.accept(TEXT);
    }

    private static String sum(Expression.Sum sum) {
        var out = new StringBuilder();
        for (var term : sum.terms()) {
            boolean negative = LeadingSigns.isNegative(term) && rank(term) != SUM;
            if (!out.isEmpty()) {
                out.append(negative ? " - " : " + ");
            } else if (negative) {
                out.append('-');
            }
            out.append(write(negative ? LeadingSigns.negated(term) : term, PRODUCT));
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

    private static String array(List<Expression> entries) {
        return "[" + list(entries) + "]";
    }

    private static String list(List<Expression> entries) {
        return entries.stream().map(PythonWriter::write).collect(Collectors.joining(", "));
    }
}
