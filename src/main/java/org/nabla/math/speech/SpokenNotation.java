package org.nabla.math.speech;

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
import org.nabla.math.Greek;
import org.nabla.math.Rationals;
import org.nabla.math.writing.Minus;
import org.nabla.math.writing.Notation;
import org.nabla.math.writing.Precedence;
import org.nabla.math.writing.TextWriter;

/** Words; functions have a class of their own. */
final class SpokenNotation extends Notation {

    private static final Expression TWO = Rationals.write(2);
    private static final Expression THREE = Rationals.write(3);

    private final SpokenFunctions functions = new SpokenFunctions(this);

    SpokenNotation() {
        super(new Joints("minus ", " minus ", " plus ", " and ", " or ", " united with "));
    }

    /** The words where nothing follows, from which a last part need not be told apart. */
    String alone(Expression e) {
        var words = of(e);
        return words.endsWith(",") ? words.substring(0, words.length() - 1) : words;
    }

    /** What is heard as one, so that nothing need say where it ends. */
    static boolean isShort(Expression e) {
        return e.isName() || e.isNatural() || e instanceof Decimal;
    }

    @Override
    protected String inBrackets(Expression e) {
        return "open bracket " + alone(e) + " close bracket";
    }

    /** A fraction says itself where it ends. */
    @Override
    public String bracketed(Expression e, Precedence least) {
        boolean fraction = e instanceof Quotient && least.compareTo(Precedence.POWER) <= 0;
        return fraction ? of(e) : super.bracketed(e, least);
    }

    @Override
    public String numeral(Numeral numeral) {
        var value = numeral.value();
        return value.isInteger()
                ? value.toString()
                : "the fraction " + value.numerator() + " over " + value.denominator();
    }

    @Override
    public String decimal(Decimal decimal) {
        return TextWriter.decimal(decimal.value())
                .replace("E", " times 10 to the power ")
                .replace("-", "minus ")
                .replace("+", "");
    }

    @Override
    public String constant(Constant constant) {
        return switch (constant) {
            case PI -> "pi";
            case E -> "e";
            case I -> "i";
            case INFINITY -> "infinity";
        };
    }

    @Override
    public String symbol(Symbol symbol) {
        return name(symbol.name());
    }

    private static String name(String name) {
        return Greek.spelledOut(name)
                .replace("_", " sub ")
                .replace("{", "")
                .replace("}", "")
                .replaceAll("(?<=[A-Za-z])(?=[0-9])", " ");
    }

    @Override
    public String word(Word word) {
        return switch (word) {
            case DOES_NOT_EXIST -> "does not exist";
            case EMPTY_SET -> "the empty set";
            case ALL_REALS -> "all real numbers";
        };
    }

    @Override
    public String product(Product product) {
        return joined(product.factors(), " times ", Precedence.POWER);
    }

    @Override
    public String quotient(Quotient q) {
        return "the fraction " + alone(q.numerator()) + " over " + alone(q.denominator())
                + (isShort(q.numerator()) && isShort(q.denominator()) ? "" : ", end of fraction,");
    }

    @Override
    public String power(Power power) {
        return bracketed(power.base(), Precedence.POSTFIX) + exponent(power.exponent());
    }

    private String exponent(Expression e) {
        if (e.equals(TWO)) {
            return " squared";
        } else if (e.equals(THREE)) {
            return " cubed";
        }
        boolean plain =
                isShort(e) || Minus.behind(e).filter(SpokenNotation::isShort).isPresent();
        return " to the power " + alone(e) + (plain ? "" : ", end of power,");
    }

    @Override
    public String call(Call call) {
        return functions.write(call);
    }

    @Override
    public String application(Application application) {
        return name(application.name()) + " of " + list(application.arguments());
    }

    @Override
    public String tuple(Tuple tuple) {
        var entries = list(tuple.entries());
        return switch (tuple.brackets()) {
            case ANGLE -> "the vector " + entries + ", end of vector";
            case ROUND -> "in round brackets " + entries + ", close bracket";
            case SQUARE -> "in square brackets " + entries + ", close bracket";
        };
    }

    @Override
    public String matrix(Matrix matrix) {
        var rows = matrix.rows();
        return "the " + rows.size() + " by " + rows.get(0).size() + " matrix with rows "
                + rows.stream().map(this::list).collect(Collectors.joining("; ")) + ", end of matrix";
    }

    @Override
    public String braces(Braces braces) {
        return braces.entries().isEmpty() ? "the empty set" : "the set of " + list(braces.entries()) + ", end of set";
    }

    @Override
    public String interval(Interval i) {
        return "the interval from " + alone(i.lower())
                + (i.lowerClosed() ? ", included," : ", excluded,") + " to " + alone(i.upper())
                + (i.upperClosed() ? ", included" : ", excluded");
    }

    @Override
    protected String sign(Sign sign) {
        return switch (sign) {
            case EQUAL -> "equals";
            case NOT_EQUAL -> "is not equal to";
            case LESS -> "is less than";
            case LESS_OR_EQUAL -> "is less than or equal to";
            case GREATER -> "is greater than";
            case GREATER_OR_EQUAL -> "is greater than or equal to";
        };
    }
}
