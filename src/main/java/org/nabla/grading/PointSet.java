package org.nabla.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.nabla.grading.Formulas.Misfit;
import org.nabla.math.Evaluator;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Brackets;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Interval;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Union;
import org.nabla.math.Expression.Word;

/** The points that conditions or intervals describe, and the functions whose zeros bound them. */
final class PointSet {

    private final List<String> names;
    private final List<Expression> boundaries = new ArrayList<>();
    private final Predicate<double[]> members;

    /** @throws Misfit if the tree describes no set of points of these variables */
    PointSet(Expression tree, List<String> names) {
        this.names = names;
        this.members = set(tree);
    }

    boolean contains(double... point) {
        return members.test(point);
    }

    List<Expression> boundaries() {
        return boundaries;
    }

    private Predicate<double[]> set(Expression e) {
        if (e instanceof Relation relation) {
            return chain(relation);
        } else if (e instanceof And and) {
            return all(and.conditions());
        } else if (e instanceof Or or) {
            return any(or.conditions());
        } else if (e instanceof Union union) {
            return any(union.sets());
        } else if (e instanceof Listing listing) {
            return listing(listing.entries());
        } else if (e instanceof Product product) {
            return box(product.factors().stream()
                    .filter(factor -> !(factor instanceof Symbol))
                    .toList());
        } else if (e instanceof Braces braces && names.size() == 1) {
            return any(braces.entries().stream()
                    .map(entry -> (Expression) new Relation(variable(0), Sign.EQUAL, Types.scalar(entry, "A number")))
                    .toList());
        } else if (e == Word.ALL_REALS) {
            return point -> true;
        } else if (e == Word.EMPTY_SET || e == Word.DOES_NOT_EXIST) {
            return point -> false;
        } else if (names.size() == 1 && isInterval(e)) {
            return interval(e, 0);
        }
        throw new Misfit("A set is asked: type conditions such as " + example() + ", not " + Types.name(e) + ".");
    }

    private String example() {
        return names.size() == 1
                ? "0 <= " + names.get(0) + " < 1, or an interval such as [0, 1)"
                : "0 <= " + names.get(0) + " < 1 and " + names.get(1) + " > 0";
    }

    private Expression variable(int index) {
        return new Symbol(names.get(index));
    }

    /** Several intervals are their union; with one for each variable, a box; conditions must all hold. */
    private Predicate<double[]> listing(List<Expression> entries) {
        return entries.stream().allMatch(PointSet::isInterval)
                ? names.size() == 1 ? any(entries) : box(entries)
                : all(entries);
    }

    private Predicate<double[]> all(List<Expression> conditions) {
        var sets = conditions.stream().map(this::set).toList();
        return point -> sets.stream().allMatch(set -> set.test(point));
    }

    private Predicate<double[]> any(List<Expression> conditions) {
        var sets = conditions.stream().map(this::set).toList();
        return point -> sets.stream().anyMatch(set -> set.test(point));
    }

    private Predicate<double[]> box(List<Expression> intervals) {
        if (intervals.size() != names.size() || !intervals.stream().allMatch(PointSet::isInterval)) {
            throw new Misfit("A set is asked: type conditions such as " + example() + ".");
        }
        Predicate<double[]> inside = point -> true;
        for (var i = 0; i < intervals.size(); i++) {
            inside = inside.and(interval(intervals.get(i), i));
        }
        return inside;
    }

    static boolean isInterval(Expression e) {
        return e instanceof Interval
                || e instanceof Tuple tuple && tuple.entries().size() == 2 && tuple.brackets() != Brackets.ANGLE;
    }

    private Predicate<double[]> interval(Expression e, int index) {
        if (e instanceof Tuple tuple) {
            var closed = tuple.brackets() == Brackets.SQUARE;
            return interval(
                    new Interval(tuple.entries().get(0), closed, tuple.entries().get(1), closed), index);
        }
        var interval = (Interval) e;
        Predicate<double[]> inside = point -> true;
        if (!interval.lower().equals(new Negation(Constant.INFINITY))) {
            inside = inside.and(
                    atom(interval.lower(), interval.lowerClosed() ? Sign.LESS_OR_EQUAL : Sign.LESS, variable(index)));
        }
        if (interval.upper() != Constant.INFINITY) {
            inside = inside.and(
                    atom(variable(index), interval.upperClosed() ? Sign.LESS_OR_EQUAL : Sign.LESS, interval.upper()));
        }
        return inside;
    }

    private Predicate<double[]> chain(Relation relation) {
        Predicate<double[]> inside = point -> true;
        for (var i = 0; i < relation.signs().size(); i++) {
            inside = inside.and(atom(
                    relation.sides().get(i),
                    relation.signs().get(i),
                    relation.sides().get(i + 1)));
        }
        return inside;
    }

    private Predicate<double[]> atom(Expression left, Sign sign, Expression right) {
        if (right == Constant.INFINITY && (sign == Sign.LESS || sign == Sign.LESS_OR_EQUAL)
                || left.equals(new Negation(Constant.INFINITY))) {
            return point -> true;
        }
        var difference = Trees.minus(Types.scalar(left, "A number"), Types.scalar(right, "A number"));
        boundaries.add(difference);
        var value = Evaluator.of(difference, names);
        var zero = new Vanishing(difference, names);
        return switch (sign) {
            case EQUAL -> zero::at;
            case NOT_EQUAL -> point -> Double.isFinite(value.at(point)) && !zero.at(point);
            case LESS -> point -> value.at(point) < 0 && !zero.at(point);
            case LESS_OR_EQUAL -> point -> value.at(point) <= 0 || zero.at(point);
            case GREATER -> point -> value.at(point) > 0 && !zero.at(point);
            case GREATER_OR_EQUAL -> point -> value.at(point) >= 0 || zero.at(point);
        };
    }
}
