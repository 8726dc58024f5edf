package org.nabla.math.writing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Brackets;
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
import org.nabla.math.PartialVisitor;

/** LaTeX: fractions stand upright, functions and factors have classes of their own. */
final class LatexNotation extends Notation {

    LatexNotation() {
        super(new Joints("-", " - ", " + ", " \\text{ and } ", " \\text{ or } ", " \\cup "));
    }

    @Override
    protected String inBrackets(Expression e) {
        return LatexBrackets.round(of(e));
    }

    @Override
    public String numeral(Numeral numeral) {
        var value = numeral.value();
        return value.isInteger() ? value.toString() : "\\frac{" + value.numerator() + "}{" + value.denominator() + "}";
    }

    @Override
    public String decimal(Decimal decimal) {
        var value = decimal.value();
        int exponent = value.precision() - value.scale() - 1;
        if (value.scale() > 0 && exponent >= -6) {
            return value.toPlainString();
        }
        var mantissa = value.movePointLeft(exponent);
        return mantissa.toPlainString() + " \\cdot 10^{" + exponent + "}";
    }

    @Override
    public String constant(Constant constant) {
        return switch (constant) {
            case PI -> "\\pi";
            case E -> "e";
            case I -> "i";
            case INFINITY -> "\\infty";
        };
    }

    @Override
    public String symbol(Symbol symbol) {
        return LatexNames.symbol(symbol.name());
    }

    @Override
    public String word(Word word) {
        return switch (word) {
            case DOES_NOT_EXIST -> "\\text{does not exist}";
            case EMPTY_SET -> "\\varnothing";
            case ALL_REALS -> "\\mathbb{R}";
        };
    }

    @Override
    public String product(Product product) {
        return LatexProduct.write(product.factors());
    }

    @Override
    public String quotient(Quotient q) {
        return "\\frac{" + of(q.numerator()) + "}{" + of(q.denominator()) + "}";
    }

    @Override
    public String power(Power power) {
        var exponent = exponent(power.exponent());
        if (LatexCall.raisesName(power)) {
            return LatexCall.raised(power, exponent);
        }
        var plain = Precedence.of(power.base()) == Precedence.ATOM && !LatexCall.isNamed(power.base());
        return (plain ? of(power.base()) : inBrackets(power.base())) + "^{" + exponent + "}";
    }

    /** A small fraction in an exponent is set on one line: {@code x^{1/2}}. */
    private String exponent(Expression e) {
        var behindMinus = Minus.behind(e);
        var flat = behindMinus.orElse(e).accept(onOneLine);
        return flat.isEmpty() ? of(e) : behindMinus.isPresent() ? "-" + flat.get() : flat.get();
    }

    private final PartialVisitor<Optional<String>> onOneLine = new PartialVisitor<>() {
        @Override
        public Optional<String> otherwise(Expression e) {
            return Optional.empty();
        }

        @Override
        public Optional<String> numeral(Numeral numeral) {
            return Optional.of(numeral.value().toString());
        }

        @Override
        public Optional<String> quotient(Quotient q) {
            boolean denominator = q.denominator() instanceof Numeral || q.denominator() instanceof Symbol;
            return denominator && q.numerator().accept(FLAT)
                    ? Optional.of(of(q.numerator()) + "/" + of(q.denominator()))
                    : Optional.empty();
        }
    };

    /** Letters, whole numbers, their whole powers and products of such. */
    private static final PartialVisitor<Boolean> FLAT = new PartialVisitor<>() {
        @Override
        public Boolean otherwise(Expression e) {
            return e.isName() || e.isNatural();
        }

        @Override
        public Boolean power(Power p) {
            return p.base().isName() && p.exponent().isWhole();
        }

        @Override
        public Boolean product(Product p) {
            return p.factors().stream().allMatch(f -> !(f instanceof Product) && f.accept(this));
        }
    };

    @Override
    public String call(Call call) {
        return LatexCall.write(call);
    }

    @Override
    public String application(Application application) {
        return LatexNames.symbol(application.name()) + inBrackets(Brackets.ROUND, application.arguments());
    }

    @Override
    public String tuple(Tuple tuple) {
        return inBrackets(tuple.brackets(), tuple.entries());
    }

    String inBrackets(Brackets brackets, List<Expression> entries) {
        return switch (brackets) {
            case ROUND -> LatexBrackets.round(list(entries));
            case SQUARE -> LatexBrackets.around("[", list(entries), "]");
            case ANGLE -> LatexBrackets.around("\\langle", joined(entries, ", ", Precedence.UNION), "\\rangle");
        };
    }

    @Override
    public String matrix(Matrix matrix) {
        return matrix.rows().stream()
                .map(row -> joined(row, " & ", Precedence.OR))
                .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}"));
    }

    @Override
    public String braces(Braces braces) {
        return LatexBrackets.around("\\{", list(braces.entries()), "\\}");
    }

    @Override
    public String interval(Interval i) {
        return LatexBrackets.around(
                i.lowerClosed() ? "[" : "(", list(List.of(i.lower(), i.upper())), i.upperClosed() ? "]" : ")");
    }

    @Override
    protected String sign(Sign sign) {
        return switch (sign) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "\\ne";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "\\le";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> "\\ge";
        };
    }
}
