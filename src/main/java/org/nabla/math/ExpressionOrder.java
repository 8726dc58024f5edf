package org.nabla.math;

import java.math.BigDecimal;
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
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;

/** A total order of trees, simple ones first: numbers, constants, letters by name, functions in the order of their listing. */
public final class ExpressionOrder implements Comparator<Expression> {

    public static final ExpressionOrder INSTANCE = new ExpressionOrder();

    private ExpressionOrder() {}

    @Override
    public int compare(Expression a, Expression b) {
        if (a == b) {
            return 0;
        }
        var byThemselves = a.accept(OWN).compareTo(b.accept(OWN));
        if (byThemselves != 0) {
            return byThemselves;
        }
        var byChildren = compareLists(a.children(), b.children());
        // The nodes that differ though their children are the same hardly ever stand in a product.
        return byChildren != 0 || a.equals(b) ? byChildren : a.toString().compareTo(b.toString());
    }

    /** What of a node counts before its children. */
    private record Own(int rank, Rational number, BigDecimal decimal, String name, int index)
            implements Comparable<Own> {

        private static Own of(int rank) {
            return of(rank, 0);
        }

        private static Own of(int rank, int index) {
            return new Own(rank, Rational.ZERO, BigDecimal.ZERO, "", index);
        }

        @Override
        public int compareTo(Own other) {
            if (rank != other.rank) {
                return Integer.compare(rank, other.rank);
            }
            var byNumber = number.compareTo(other.number);
            if (byNumber != 0) {
                return byNumber;
            }
            var byDecimal = decimal.compareTo(other.decimal);
            if (byDecimal != 0) {
                return byDecimal;
            }
            return name.equals(other.name) ? Integer.compare(index, other.index) : compareNames(name, other.name);
        }
    }

    /** The ranks, from numbers to collections. */
    private static final PartialVisitor<Own> OWN = new PartialVisitor<>() {
        private static final Own POWER = Own.of(4);
        private static final Own PRODUCT = Own.of(7);
        private static final Own QUOTIENT = Own.of(8);
        private static final Own SUM = Own.of(9);
        private static final Own NEGATION = Own.of(10);
        private static final Own OTHER = Own.of(11);

        @Override
        public Own otherwise(Expression e) {
            return OTHER;
        }

        @Override
        public Own numeral(Numeral numeral) {
            return new Own(0, numeral.value(), BigDecimal.ZERO, "", 0);
        }

        @Override
        public Own decimal(Decimal decimal) {
            return new Own(
                    1, Rational.ZERO, decimal.value(), "", decimal.value().scale());
        }

        @Override
        public Own constant(Constant constant) {
            return Own.of(2, constant.ordinal());
        }

        @Override
        public Own symbol(Symbol symbol) {
            return new Own(3, Rational.ZERO, BigDecimal.ZERO, symbol.name(), 0);
        }

        @Override
        public Own power(Power power) {
            return POWER;
        }

        @Override
        public Own call(Call call) {
            return Own.of(5, call.function().ordinal());
        }

        @Override
        public Own application(Application application) {
            return new Own(6, Rational.ZERO, BigDecimal.ZERO, application.name(), 0);
        }

        @Override
        public Own product(Product product) {
            return PRODUCT;
        }

        @Override
        public Own quotient(Quotient quotient) {
            return QUOTIENT;
        }

        @Override
        public Own sum(Sum sum) {
            return SUM;
        }

        @Override
        public Own negation(Negation negation) {
            return NEGATION;
        }
    };

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
