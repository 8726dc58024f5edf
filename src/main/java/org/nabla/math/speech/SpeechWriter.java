package org.nabla.math.speech;

import java.util.List;
import java.util.stream.Collectors;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Word;
import org.nabla.math.Greek;
import org.nabla.math.Rational;
import org.nabla.math.writing.Minus;
import org.nabla.math.writing.Precedence;
import org.nabla.math.writing.TextWriter;

/**
 * Says expressions in plain words, for a screen reader: {@code x squared times y plus the fraction 1 over 2}. Whatever could
 * be heard in two ways says where it ends.
 */
public final class SpeechWriter {
    private SpeechWriter() {}

    /** The expression in words. */
    public static String write(Expression e) {
        var words = words(e);
        return words.endsWith(",") ? words.substring(0, words.length() - 1) : words;
    }

    private static String words(Expression e) {
        var behindMinus = Minus.behind(e);
        if (behindMinus.isPresent()) {
            return "minus " + bracketed(behindMinus.get(), Precedence.PRODUCT);
        } else if (e instanceof Sum s) {
            return sum(s);
        } else if (e instanceof Product p) {
            return p.factors().stream().map(f -> bracketed(f, Precedence.POWER)).collect(Collectors.joining(" times "));
        } else if (e instanceof Quotient q) {
            return fraction(q);
        } else if (e instanceof Power p) {
            return bracketed(p.base(), Precedence.POSTFIX) + exponent(p.exponent());
        } else if (e instanceof Call c) {
            return SpokenFunctions.write(c);
        } else if (e instanceof Application a) {
            return symbol(a.name()) + " of " + list(a.arguments());
        }
        return isLeaf(e) ? leaf(e) : statement(e);
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
            return TextWriter.decimal(d.value())
                    .replace("E", " times 10 to the power ")
                    .replace("-", "minus ")
                    .replace("+", "");
        } else if (e instanceof Symbol s) {
            return symbol(s.name());
        } else if (e instanceof Constant c) {
            return switch (c) {
                case PI -> "pi";
                case E -> "e";
                case I -> "i";
                case INFINITY -> "infinity";
            };
        }
        return switch ((Word) e) {
            case DOES_NOT_EXIST -> "does not exist";
            case EMPTY_SET -> "the empty set";
            case ALL_REALS -> "all real numbers";
        };
    }

    private static String numeral(Rational value) {
        return value.isInteger()
                ? value.toString()
                : "the fraction " + value.numerator() + " over " + value.denominator();
    }

    private static String symbol(String name) {
        return Greek.spelledOut(name)
                .replace("_", " sub ")
                .replace("{", "")
                .replace("}", "")
                .replaceAll("(?<=[A-Za-z])(?=[0-9])", " ");
    }

    private static String statement(Expression e) {
        if (e instanceof Relation r) {
            return relation(r);
        } else if (e instanceof And a) {
            return a.conditions().stream()
                    .map(c -> bracketed(c, Precedence.RELATION))
                    .collect(Collectors.joining(" and "));
        } else if (e instanceof Or o) {
            return o.conditions().stream()
                    .map(c -> bracketed(c, Precedence.AND))
                    .collect(Collectors.joining(" or "));
        } else if (e instanceof Listing l) {
            return list(l.entries());
        }
        return SpokenCollections.write(e);
    }

    private static String sum(Sum sum) {
        var out = new StringBuilder(bracketed(sum.terms().get(0), Precedence.NEGATION));
        for (var term : sum.terms().subList(1, sum.terms().size())) {
            var behind = Minus.behind(term);
            if (behind.isPresent()) {
                out.append(" minus ").append(bracketed(behind.get(), Precedence.PRODUCT));
            } else {
                out.append(" plus ").append(bracketed(term, Precedence.PRODUCT));
            }
        }
        return out.toString();
    }

    private static String fraction(Quotient q) {
        return "the fraction " + write(q.numerator()) + " over " + write(q.denominator())
                + (isShort(q.numerator()) && isShort(q.denominator()) ? "" : ", end of fraction,");
    }

    private static String exponent(Expression e) {
        if (e instanceof Numeral n && n.value().equals(Rational.of(2))) {
            return " squared";
        } else if (e instanceof Numeral n && n.value().equals(Rational.of(3))) {
            return " cubed";
        }
        boolean plain =
                isShort(e) || Minus.behind(e).filter(SpeechWriter::isShort).isPresent();
        return " to the power " + write(e) + (plain ? "" : ", end of power,");
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
            case EQUAL -> "equals";
            case NOT_EQUAL -> "is not equal to";
            case LESS -> "is less than";
            case LESS_OR_EQUAL -> "is less than or equal to";
            case GREATER -> "is greater than";
            case GREATER_OR_EQUAL -> "is greater than or equal to";
        };
    }

    static boolean isShort(Expression e) {
        return e instanceof Numeral n && n.value().isInteger() && n.value().signum() >= 0
                || e instanceof Decimal
                || e instanceof Symbol
                || e instanceof Constant;
    }

    static String list(List<Expression> entries) {
        return entries.stream().map(entry -> bracketed(entry, Precedence.OR)).collect(Collectors.joining(", "));
    }

    static String bracketed(Expression e, Precedence least) {
        boolean fraction = e instanceof Quotient && least.compareTo(Precedence.POWER) <= 0;
        return Precedence.of(e).compareTo(least) < 0 && !fraction
                ? "open bracket " + write(e) + " close bracket"
                : words(e);
    }
}
