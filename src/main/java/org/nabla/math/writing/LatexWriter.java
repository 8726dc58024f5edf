package org.nabla.math.writing;

import java.util.List;
import java.util.stream.Collectors;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Brackets;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Interval;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Union;
import org.nabla.math.Expression.Word;
import org.nabla.math.Rational;

/**
 * Writes expressions in LaTeX, as a good textbook sets them: {@code 2x\sin y - \frac{x^{2}}{3}}.
 *
 * <p>Reading it again, with the names declared, gives the same tree, with the exceptions of {@link TextWriter} and two more:
 * decimals with an exponent come back as products with a power of ten, and where {@code x1} and {@code x_1} are both
 * declared they look the same.
 */
public final class LatexWriter {
    private LatexWriter() {}

    /** The expression in LaTeX, without dollars. */
    public static String write(Expression e) {
        var behindMinus = Minus.behind(e);
        if (behindMinus.isPresent()) {
            return "-" + bracketed(behindMinus.get(), Precedence.PRODUCT);
        } else if (e instanceof Sum s) {
            return sum(s);
        } else if (e instanceof Product p) {
            return LatexProduct.write(p.factors());
        } else if (e instanceof Quotient q) {
            return "\\frac{" + write(q.numerator()) + "}{" + write(q.denominator()) + "}";
        } else if (e instanceof Power p) {
            return power(p);
        } else if (e instanceof Call c) {
            return LatexCall.write(c);
        } else if (e instanceof Application a) {
            return LatexNames.symbol(a.name()) + inBrackets(Brackets.ROUND, a.arguments());
        }
        return isLeaf(e) ? leaf(e) : collection(e);
    }

    private static boolean isLeaf(Expression e) {
        return e instanceof Numeral
                || e instanceof Decimal
                || e instanceof Symbol
                || e instanceof Constant
                || e instanceof Word;
    }

    private static String leaf(Expression e) {
        if (e instanceof Numeral n) {
            return numeral(n.value());
        } else if (e instanceof Decimal d) {
            return decimal(d);
        } else if (e instanceof Symbol s) {
            return LatexNames.symbol(s.name());
        } else if (e instanceof Constant c) {
            return switch (c) {
                case PI -> "\\pi";
                case E -> "e";
                case I -> "i";
                case INFINITY -> "\\infty";
            };
        }
        return switch ((Word) e) {
            case DOES_NOT_EXIST -> "\\text{does not exist}";
            case EMPTY_SET -> "\\varnothing";
            case ALL_REALS -> "\\mathbb{R}";
        };
    }

    private static String numeral(Rational value) {
        return value.isInteger() ? value.toString() : "\\frac{" + value.numerator() + "}{" + value.denominator() + "}";
    }

    private static String decimal(Decimal decimal) {
        var value = decimal.value();
        int exponent = value.precision() - value.scale() - 1;
        if (value.scale() > 0 && exponent >= -6) {
            return value.toPlainString();
        }
        var mantissa = value.movePointLeft(exponent);
        return mantissa.toPlainString() + " \\cdot 10^{" + exponent + "}";
    }

    private static String collection(Expression e) {
        if (e instanceof Tuple t) {
            return inBrackets(t.brackets(), t.entries());
        } else if (e instanceof Matrix m) {
            return m.rows().stream()
                    .map(row -> row.stream()
                            .map(entry -> bracketed(entry, Precedence.OR))
                            .collect(Collectors.joining(" & ")))
                    .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}"));
        } else if (e instanceof Braces b) {
            return LatexBrackets.around("\\{", list(b.entries()), "\\}");
        } else if (e instanceof Interval i) {
            return LatexBrackets.around(
                    i.lowerClosed() ? "[" : "(", list(List.of(i.lower(), i.upper())), i.upperClosed() ? "]" : ")");
        } else if (e instanceof Union u) {
            return joined(u.sets(), " \\cup ", Precedence.SUM);
        } else if (e instanceof Relation r) {
            return relation(r);
        } else if (e instanceof And a) {
            return joined(a.conditions(), " \\text{ and } ", Precedence.RELATION);
        } else if (e instanceof Or o) {
            return joined(o.conditions(), " \\text{ or } ", Precedence.AND);
        }
        return list(((Listing) e).entries());
    }

    private static String sum(Sum sum) {
        var out = new StringBuilder(bracketed(sum.terms().get(0), Precedence.NEGATION));
        for (var term : sum.terms().subList(1, sum.terms().size())) {
            var behind = Minus.behind(term);
            if (behind.isPresent()) {
                out.append(" - ").append(bracketed(behind.get(), Precedence.PRODUCT));
            } else {
                out.append(" + ").append(bracketed(term, Precedence.PRODUCT));
            }
        }
        return out.toString();
    }

    private static String power(Power power) {
        var exponent = exponent(power.exponent());
        if (power.base() instanceof Call c && LatexCall.raisesName(c, power.exponent())) {
            return LatexCall.raised(c, exponent);
        }
        boolean plain = Precedence.of(power.base()).compareTo(Precedence.ATOM) >= 0
                && !(power.base() instanceof Call c && !LatexCall.isFenced(c))
                && !(power.base() instanceof Numeral n && !n.value().isInteger());
        var base = plain ? write(power.base()) : LatexBrackets.round(write(power.base()));
        return base + "^{" + exponent + "}";
    }

    /** A small fraction in an exponent is set on one line: {@code x^{1/2}}. */
    private static String exponent(Expression e) {
        var behindMinus = Minus.behind(e);
        if (behindMinus.isPresent() && isFraction(behindMinus.get())) {
            return "-" + exponent(behindMinus.get());
        }
        if (e instanceof Numeral n) {
            return n.value().toString();
        }
        if (e instanceof Quotient q && onOneLine(q)) {
            return write(q.numerator()) + "/" + write(q.denominator());
        }
        return write(e);
    }

    private static boolean isFraction(Expression e) {
        return e instanceof Quotient q && onOneLine(q) || e instanceof Numeral;
    }

    private static boolean onOneLine(Quotient q) {
        boolean denominator = q.denominator() instanceof Numeral || q.denominator() instanceof Symbol;
        return denominator && isFlat(q.numerator());
    }

    private static boolean isFlat(Expression e) {
        if (e instanceof Power p) {
            return isName(p.base())
                    && p.exponent() instanceof Numeral n
                    && n.value().isInteger();
        }
        return isName(e)
                || e instanceof Numeral n && n.value().isInteger() && n.value().signum() >= 0
                || e instanceof Product p && p.factors().stream().allMatch(f -> !(f instanceof Product) && isFlat(f));
    }

    private static boolean isName(Expression e) {
        return e instanceof Symbol || e instanceof Constant;
    }

    private static String relation(Relation relation) {
        var out = new StringBuilder(bracketed(relation.sides().get(0), Precedence.UNION));
        for (int i = 0; i < relation.signs().size(); i++) {
            out.append(' ').append(sign(relation.signs().get(i))).append(' ');
            out.append(bracketed(relation.sides().get(i + 1), Precedence.UNION));
        }
        return out.toString();
    }

    private static String sign(Sign sign) {
        return switch (sign) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "\\ne";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "\\le";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> "\\ge";
        };
    }

    static String inBrackets(Brackets brackets, List<Expression> entries) {
        return switch (brackets) {
            case ROUND -> LatexBrackets.round(list(entries));
            case SQUARE -> LatexBrackets.around("[", list(entries), "]");
            case ANGLE -> LatexBrackets.around("\\langle", joined(entries, ", ", Precedence.UNION), "\\rangle");
        };
    }

    static String list(List<Expression> entries) {
        return joined(entries, ", ", Precedence.OR);
    }

    private static String joined(List<Expression> parts, String separator, Precedence least) {
        return parts.stream().map(part -> bracketed(part, least)).collect(Collectors.joining(separator));
    }

    static String bracketed(Expression e, Precedence least) {
        return Precedence.of(e).compareTo(least) < 0 ? LatexBrackets.round(write(e)) : write(e);
    }
}
