package org.nabla.grading.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.ExpressionSort;
import org.nabla.math.Function;
import org.nabla.math.Rational;

/** Small questions about trees, and small trees. */
public final class Trees {

    public static final Expression ZERO = new Numeral(Rational.ZERO);
    public static final Expression ONE = new Numeral(Rational.ONE);

    private Trees() {}

    public static Expression number(long value) {
        return value < 0 ? new Negation(number(-value)) : new Numeral(Rational.of(value));
    }

    public static Expression minus(Expression left, Expression right) {
        return isZero(right) ? left : new Sum(List.of(left, new Negation(right)));
    }

    public static Expression plus(List<Expression> terms) {
        var shown = terms.stream().filter(term -> !isZero(term)).toList();
        return shown.isEmpty() ? ZERO : shown.size() == 1 ? shown.get(0) : new Sum(shown);
    }

    public static Expression times(Expression left, Expression right) {
        if (isZero(left) || isZero(right)) {
            return ZERO;
        }
        return left.equals(ONE) ? right : right.equals(ONE) ? left : new Product(List.of(left, right));
    }

    public static boolean isZero(Expression expression) {
        return expression.equals(ZERO);
    }

    /** Whether it can stand for one real number or function: no brackets of entries, no relation, no word. */
    public static boolean isScalar(Expression e) {
        return switch (ExpressionSort.of(e)) {
            case LIST, MATRIX, REALS, WORD, INFINITY, CONDITION -> false;
            case NUMBER, SYMBOL -> true;
            case ARITHMETIC, FUNCTION ->
                e.isCallOf(Function.PIECEWISE) || e.children().stream().allMatch(Trees::isScalar);
        };
    }

    /** What stands behind its leading minus signs. */
    public static Expression magnitude(Expression e) {
        return e instanceof Negation negation ? magnitude(negation.argument()) : e;
    }

    /** Whether it is an equation of two sides. */
    public static boolean isEquation(Expression e) {
        return e instanceof Relation relation && relation.signs().equals(List.of(Expression.Sign.EQUAL));
    }

    /** The conditions that all must hold, joined by "and" or by commas; none where it is anything else. */
    public static List<Expression> joinedConditions(Expression e) {
        return e instanceof And || e instanceof Listing && e.children().stream().allMatch(c -> c instanceof Relation)
                ? e.children()
                : List.of();
    }

    public static boolean hasDecimal(Expression expression) {
        return contains(expression, part -> part instanceof Decimal);
    }

    public static boolean mentions(Expression expression, String name) {
        return expression.mentions(name);
    }

    public static Set<String> symbols(Expression expression) {
        return expression.symbols();
    }

    public static int size(Expression expression) {
        return expression.size();
    }

    public static boolean contains(Expression expression, Predicate<Expression> property) {
        return expression.anyMatch(property);
    }

    public static List<Expression> children(Expression expression) {
        return expression.children();
    }

    /** The names put in for each other: {@code x} becomes {@code y} and {@code y} becomes {@code x}. */
    public static Map<String, Expression> exchange(String first, String second) {
        var values = new HashMap<String, Expression>();
        values.put(first, new Symbol(second));
        values.put(second, new Symbol(first));
        return values;
    }

    public static List<Expression> map2(
            List<Expression> left, List<Expression> right, BinaryOperator<Expression> operation) {
        var results = new ArrayList<Expression>();
        for (var i = 0; i < left.size(); i++) {
            results.add(operation.apply(left.get(i), right.get(i)));
        }
        return results;
    }
}
