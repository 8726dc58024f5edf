package org.nabla.math.writing;

import java.util.List;
import java.util.stream.Collectors;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Interval;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Word;
import org.nabla.math.Function;

/** The input language. */
final class TextNotation extends Notation {

    TextNotation() {
        super(new Joints("-", " - ", " + ", " and ", " or ", " U "));
    }

    @Override
    protected String inBrackets(Expression e) {
        return "(" + of(e) + ")";
    }

    @Override
    public String numeral(Numeral numeral) {
        return numeral.value().toString();
    }

    @Override
    public String decimal(Decimal decimal) {
        return TextWriter.decimal(decimal.value());
    }

    @Override
    public String constant(Constant constant) {
        return switch (constant) {
            case PI -> "pi";
            case E -> "e";
            case I -> "i";
            case INFINITY -> "inf";
        };
    }

    @Override
    public String symbol(Symbol symbol) {
        return symbol.name();
    }

    @Override
    public String word(Word word) {
        return switch (word) {
            case DOES_NOT_EXIST -> "DNE";
            case EMPTY_SET -> "empty set";
            case ALL_REALS -> "all reals";
        };
    }

    @Override
    public String product(Product product) {
        return joined(product.factors(), "*", Precedence.POWER);
    }

    @Override
    public String quotient(Quotient q) {
        return bracketed(q.numerator(), Precedence.POWER) + "/" + bracketed(q.denominator(), Precedence.POWER);
    }

    @Override
    public String power(Power p) {
        return withoutBraces(p.base(), Precedence.POSTFIX) + "^" + withoutBraces(p.exponent(), Precedence.ATOM);
    }

    /** Bare braces beside a caret would only group. */
    private String withoutBraces(Expression e, Precedence least) {
        return e instanceof Braces ? inBrackets(e) : bracketed(e, least);
    }

    @Override
    public String call(Call call) {
        return call.function() == Function.FACTORIAL
                ? bracketed(call.arguments().get(0), Precedence.ATOM) + "!"
                : call.function().text() + "(" + list(call.arguments()) + ")";
    }

    @Override
    public String application(Application application) {
        return application.name() + "(" + list(application.arguments()) + ")";
    }

    @Override
    public String tuple(Tuple tuple) {
        return switch (tuple.brackets()) {
            case ROUND -> "(" + list(tuple.entries()) + ")";
            case SQUARE -> "[" + list(tuple.entries()) + "]";
            case ANGLE -> "<" + joined(tuple.entries(), ", ", Precedence.UNION) + ">";
        };
    }

    @Override
    public String matrix(Matrix matrix) {
        return matrix.rows().stream().map(row -> "[" + list(row) + "]").collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String braces(Braces braces) {
        return "{" + list(braces.entries()) + "}";
    }

    @Override
    public String interval(Interval i) {
        return (i.lowerClosed() ? "[" : "(") + list(List.of(i.lower(), i.upper())) + (i.upperClosed() ? "]" : ")");
    }

    /** After {@code <1, 2>} a sign {@code <} would begin another vector. */
    @Override
    protected String beforeSign(Expression side) {
        var text = super.beforeSign(side);
        return text.endsWith(">") ? "(" + text + ")" : text;
    }

    @Override
    protected String sign(Sign sign) {
        return switch (sign) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
        };
    }
}
