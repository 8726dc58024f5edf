package org.nabla.math;

import java.util.Comparator;
import java.util.List;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;

/** A total order of trees, simple ones first: numbers, constants, letters by name, functions in the order of their listing. */
public final class ExpressionOrder implements Comparator<Expression> {

    public static final ExpressionOrder INSTANCE = new ExpressionOrder();

    private static final List<Class<? extends Expression>> RANKS = List.of(
            Numeral.class,
            Decimal.class,
            Constant.class,
            Symbol.class,
            Power.class,
            Call.class,
            Application.class,
            Product.class,
            Quotient.class,
            Sum.class,
            Negation.class);

    private ExpressionOrder() {}

    @Override
    public int compare(Expression a, Expression b) {
        if (a == b) {
            return 0;
        }
        var byRank = Integer.compare(rank(a), rank(b));
        if (byRank != 0) {
            return byRank;
        }
        if (a instanceof Numeral left && b instanceof Numeral right) {
            return left.value().compareTo(right.value());
        } else if (a instanceof Decimal left && b instanceof Decimal right) {
            var byValue = left.value().compareTo(right.value());
            return byValue != 0
                    ? byValue
                    : Integer.compare(left.value().scale(), right.value().scale());
        } else if (a instanceof Constant left && b instanceof Constant right) {
            return left.compareTo(right);
        } else if (a instanceof Symbol left && b instanceof Symbol right) {
            return compareNames(left.name(), right.name());
        } else if (a instanceof Call left && b instanceof Call right && left.function() != right.function()) {
            return left.function().compareTo(right.function());
        } else if (a instanceof Application left
                && b instanceof Application right
                && !left.name().equals(right.name())) {
            return compareNames(left.name(), right.name());
        }
        var byChildren = compareLists(Traversal.children(a), Traversal.children(b));
        return byChildren != 0 || a.equals(b) ? byChildren : compareRest(a, b);
    }

    /** The nodes that differ though their children are the same; such hardly ever stand in a product. */
    private static int compareRest(Expression a, Expression b) {
        var byClass = a.getClass().getName().compareTo(b.getClass().getName());
        if (byClass != 0) {
            return byClass;
        }
        if (a instanceof Relation left && b instanceof Relation right) {
            return left.signs().toString().compareTo(right.signs().toString());
        }
        return a.toString().compareTo(b.toString());
    }

    private static int rank(Expression e) {
        var rank = RANKS.indexOf(e.getClass());
        return rank >= 0 ? rank : e instanceof Constant ? RANKS.indexOf(Constant.class) : RANKS.size();
    }

    private int compareLists(List<Expression> left, List<Expression> right) {
        var bySize = Integer.compare(left.size(), right.size());
        for (var i = 0; bySize == 0 && i < left.size(); i++) {
            var byEntry = compare(left.get(i), right.get(i));
            if (byEntry != 0) {
                return byEntry;
            }
        }
        return bySize;
    }

    /** Alphabetical, small letters before capitals of the same letter, and {@code x_2} before {@code x_10}. */
    static int compareNames(String a, String b) {
        var byStem = String.CASE_INSENSITIVE_ORDER.compare(stem(a), stem(b));
        if (byStem != 0) {
            return byStem;
        }
        var byDigits = Integer.compare(digits(a).length(), digits(b).length());
        if (byDigits != 0) {
            return byDigits;
        }
        var byNumber = digits(a).compareTo(digits(b));
        return byNumber != 0 ? byNumber : b.compareTo(a);
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - digits(name).length());
    }

    private static String digits(String name) {
        var start = name.length();
        while (start > 0 && Character.isDigit(name.charAt(start - 1))) {
            start--;
        }
        return name.substring(start);
    }
}
