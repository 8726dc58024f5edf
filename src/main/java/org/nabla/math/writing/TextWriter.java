package org.nabla.math.writing;

import java.math.BigDecimal;
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
import org.nabla.math.Function;

/**
 * Writes expressions in the input language, every product with its sign: {@code 2*x*y - x^2/3}.
 *
 * <p>Reading it again, with the names declared, gives the same tree. Exceptions are trees that no text means: negative or
 * broken numerals, intervals with two like brackets, a {@code [ ]} tuple of one entry for learners or of such tuples (a
 * matrix), and undeclared names.
 */
public final class TextWriter {
    private TextWriter() {}

    /** The expression in the input language. */
    public static String write(Expression e) {
        var behindMinus = Minus.behind(e);
        if (behindMinus.isPresent()) {
            return "-" + bracketed(behindMinus.get(), Precedence.PRODUCT);
        } else if (e instanceof Sum s) {
            return sum(s);
        } else if (e instanceof Product p) {
            return product(p);
        } else if (e instanceof Quotient q) {
            return bracketed(q.numerator(), Precedence.POWER) + "/" + bracketed(q.denominator(), Precedence.POWER);
        } else if (e instanceof Power p) {
            return withoutBraces(p.base(), Precedence.POSTFIX) + "^" + withoutBraces(p.exponent(), Precedence.ATOM);
        } else if (e instanceof Call c) {
            return call(c);
        } else if (e instanceof Application a) {
            return a.name() + "(" + list(a.arguments(), Precedence.OR) + ")";
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
            return n.value().toString();
        } else if (e instanceof Decimal d) {
            return decimal(d.value());
        } else if (e instanceof Symbol s) {
            return s.name();
        } else if (e instanceof Constant c) {
            return switch (c) {
                case PI -> "pi";
                case E -> "e";
                case I -> "i";
                case INFINITY -> "inf";
            };
        }
        return switch ((Word) e) {
            case DOES_NOT_EXIST -> "DNE";
            case EMPTY_SET -> "empty set";
            case ALL_REALS -> "all reals";
        };
    }

    /** A decimal without a point in it would be read as a numeral. */
    public static String decimal(BigDecimal value) {
        return value.scale() == 0 ? value + "E0" : value.toString();
    }

    private static String collection(Expression e) {
        if (e instanceof Tuple t) {
            return tuple(t);
        } else if (e instanceof Matrix m) {
            return m.rows().stream()
                    .map(row -> "[" + list(row, Precedence.OR) + "]")
                    .collect(Collectors.joining(", ", "[", "]"));
        } else if (e instanceof Braces b) {
            return "{" + list(b.entries(), Precedence.OR) + "}";
        } else if (e instanceof Interval i) {
            return (i.lowerClosed() ? "[" : "(")
                    + list(List.of(i.lower(), i.upper()), Precedence.OR)
                    + (i.upperClosed() ? "]" : ")");
        } else if (e instanceof Union u) {
            return joined(u.sets(), " U ", Precedence.SUM);
        } else if (e instanceof Relation r) {
            return relation(r);
        } else if (e instanceof And a) {
            return joined(a.conditions(), " and ", Precedence.RELATION);
        } else if (e instanceof Or o) {
            return joined(o.conditions(), " or ", Precedence.AND);
        }
        return list(((Listing) e).entries(), Precedence.OR);
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

    private static String product(Product product) {
        return joined(product.factors(), "*", Precedence.POWER);
    }

    private static String call(Call call) {
        var arguments = call.arguments();
        return call.function() == Function.FACTORIAL
                ? bracketed(arguments.get(0), Precedence.ATOM) + "!"
                : call.function().text() + "(" + list(arguments, Precedence.OR) + ")";
    }

    private static String tuple(Tuple tuple) {
        var angle = tuple.brackets() == Brackets.ANGLE;
        var entries = list(tuple.entries(), angle ? Precedence.UNION : Precedence.OR);
        return switch (tuple.brackets()) {
            case ROUND -> "(" + entries + ")";
            case SQUARE -> "[" + entries + "]";
            case ANGLE -> "<" + entries + ">";
        };
    }

    private static String relation(Relation relation) {
        var out = new StringBuilder();
        for (int i = 0; i < relation.signs().size(); i++) {
            var side = bracketed(relation.sides().get(i), Precedence.UNION);
            // After <1, 2> a sign < would begin another vector.
            out.append(side.endsWith(">") ? "(" + side + ")" : side);
            out.append(' ').append(sign(relation.signs().get(i))).append(' ');
        }
        return out.append(bracketed(relation.sides().get(relation.signs().size()), Precedence.UNION))
                .toString();
    }

    private static String sign(Sign sign) {
        return switch (sign) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
        };
    }

    private static String list(List<Expression> entries, Precedence least) {
        return joined(entries, ", ", least);
    }

    private static String joined(List<Expression> parts, String separator, Precedence least) {
        return parts.stream().map(part -> bracketed(part, least)).collect(Collectors.joining(separator));
    }

    /** Bare braces beside a caret would only group. */
    private static String withoutBraces(Expression e, Precedence least) {
        return e instanceof Braces ? "(" + write(e) + ")" : bracketed(e, least);
    }

    private static String bracketed(Expression e, Precedence least) {
        return Precedence.of(e).compareTo(least) < 0 ? "(" + write(e) + ")" : write(e);
    }
}
