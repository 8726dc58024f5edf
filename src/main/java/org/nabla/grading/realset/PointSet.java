package org.nabla.grading.realset;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.nabla.grading.judging.Formulas.Misfit;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.judging.Types;
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
import org.nabla.math.ExpressionSort;
import org.nabla.math.PartialVisitor;
import org.nabla.math.equivalence.ExactSign;
import org.nabla.math.value.Evaluator;

/** The points that conditions or intervals describe, and the functions whose zeros bound them. */
final class PointSet {

    private final List<String> names;
    private final Map<Atom, Numeric> atoms = new LinkedHashMap<>();
    private final Predicate<Predicate<Atom>> members;

    /** A comparison in doubles. */
    private record Numeric(Atom atom, Evaluator value, Vanishing zero, AtomBounds bounds) {

        boolean holds(double[] point) {
            if (zero.at(point)) {
                return atom.holds(ExactSign.ZERO);
            }
            var height = value.at(point);
            return Double.isFinite(height) && atom.holds(height < 0 ? ExactSign.NEGATIVE : ExactSign.POSITIVE);
        }
    }

    /** @throws Misfit if the tree describes no set of points of these variables */
    PointSet(Expression tree, List<String> names) {
        this.names = names;
        this.members = set(tree);
    }

    boolean contains(double... point) {
        return members.test(atom -> Objects.requireNonNull(atoms.get(atom)).holds(point));
    }

    /** Whether a point belongs to it of which somebody else knows what holds there. */
    boolean contains(Predicate<Atom> holds) {
        return members.test(holds);
    }

    /** What is certain of a box: that all of its points belong to the set, or none; both are false where neither is known. */
    Membership over(double[] from, double[] to) {
        var found = new HashMap<Atom, Membership>();
        atoms.forEach((atom, numeric) -> found.put(atom, numeric.bounds().over(from, to)));
        return of(found);
    }

    /** What is certain of a point of a boundary that is known to nearly full precision only. */
    Membership atEdge(double[] point, int axis) {
        var found = new HashMap<Atom, Membership>();
        atoms.forEach((atom, numeric) -> found.put(atom, numeric.bounds().atEdge(point, axis)));
        return of(found);
    }

    /** No condition is ever negated: a point that belongs while all that is open fails belongs for certain. */
    private Membership of(Map<Atom, Membership> found) {
        if (members.test(atom -> found.get(atom) == Membership.INSIDE)) {
            return Membership.INSIDE;
        }
        return members.test(atom -> found.get(atom) != Membership.OUTSIDE) ? Membership.OPEN : Membership.OUTSIDE;
    }

    /** Whether a comparison there is beyond what doubles can hold, so that nothing is known. */
    boolean isOutOfReach(double... point) {
        return atoms.values().stream()
                .anyMatch(atom -> Double.isInfinite(atom.value().at(point)));
    }

    /** Different functions; outside of their zeros it is the same nearby. */
    List<Expression> boundaries() {
        return atoms.keySet().stream()
                .flatMap(atom -> atom.boundaries().stream())
                .distinct()
                .toList();
    }

    private Predicate<Predicate<Atom>> set(Expression e) {
        return e.accept(new Described());
    }

    /** The set that each kind of node describes. */
    private final class Described implements PartialVisitor<Predicate<Predicate<Atom>>> {
        @Override
        public Predicate<Predicate<Atom>> relation(Relation relation) {
            return chain(relation);
        }

        @Override
        public Predicate<Predicate<Atom>> and(And and) {
            return all(and.conditions());
        }

        @Override
        public Predicate<Predicate<Atom>> or(Or or) {
            return any(or.conditions());
        }

        @Override
        public Predicate<Predicate<Atom>> union(Union union) {
            return any(union.sets());
        }

        @Override
        public Predicate<Predicate<Atom>> listing(Listing listing) {
            return PointSet.this.listing(listing.entries());
        }

        @Override
        public Predicate<Predicate<Atom>> product(Product product) {
            return box(product.factors().stream()
                    .filter(factor -> ExpressionSort.of(factor) != ExpressionSort.SYMBOL)
                    .toList());
        }

        @Override
        public Predicate<Predicate<Atom>> braces(Braces braces) {
            return names.size() == 1
                    ? any(braces.entries().stream()
                            .map(entry ->
                                    (Expression) new Relation(variable(0), Sign.EQUAL, Types.scalar(entry, "A number")))
                            .toList())
                    : otherwise(braces);
        }

        @Override
        public Predicate<Predicate<Atom>> word(Word word) {
            return holds -> word == Word.ALL_REALS;
        }

        @Override
        public Predicate<Predicate<Atom>> otherwise(Expression e) {
            if (names.size() == 1 && isInterval(e)) {
                return PointSet.this.interval(e, 0);
            }
            throw new Misfit("A set is asked: type conditions such as " + example() + ", not " + Types.name(e) + ".");
        }
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
    private Predicate<Predicate<Atom>> listing(List<Expression> entries) {
        return entries.stream().allMatch(PointSet::isInterval)
                ? names.size() == 1 ? any(entries) : box(entries)
                : all(entries);
    }

    private Predicate<Predicate<Atom>> all(List<Expression> conditions) {
        var sets = conditions.stream().map(this::set).toList();
        return holds -> sets.stream().allMatch(set -> set.test(holds));
    }

    private Predicate<Predicate<Atom>> any(List<Expression> conditions) {
        var sets = conditions.stream().map(this::set).toList();
        return holds -> sets.stream().anyMatch(set -> set.test(holds));
    }

    private Predicate<Predicate<Atom>> box(List<Expression> intervals) {
        if (intervals.size() != names.size() || !intervals.stream().allMatch(PointSet::isInterval)) {
            throw new Misfit("A set is asked: type conditions such as " + example() + ".");
        }
        Predicate<Predicate<Atom>> inside = holds -> true;
        for (var i = 0; i < intervals.size(); i++) {
            inside = inside.and(interval(intervals.get(i), i));
        }
        return inside;
    }

    static boolean isInterval(Expression e) {
        return e instanceof Interval
                || e instanceof Tuple tuple && tuple.entries().size() == 2 && tuple.brackets() != Brackets.ANGLE;
    }

    private Predicate<Predicate<Atom>> interval(Expression e, int index) {
        if (e instanceof Tuple tuple) {
            var closed = tuple.brackets() == Brackets.SQUARE;
            return interval(
                    new Interval(tuple.entries().get(0), closed, tuple.entries().get(1), closed), index);
        }
        var interval = (Interval) e;
        requireOrder(interval);
        Predicate<Predicate<Atom>> inside = holds -> true;
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

    /** An interval that runs backwards would be empty: nobody means that. */
    private static void requireOrder(Interval interval) {
        var length = Trees.minus(interval.upper(), interval.lower());
        if (Trees.isScalar(length) && Trees.symbols(length).isEmpty() && ExactSign.of(length) == ExactSign.NEGATIVE) {
            throw new Misfit("The smaller end of an interval comes first.");
        }
    }

    private Predicate<Predicate<Atom>> chain(Relation relation) {
        Predicate<Predicate<Atom>> inside = holds -> true;
        for (var i = 0; i < relation.signs().size(); i++) {
            inside = inside.and(atom(
                    relation.sides().get(i),
                    relation.signs().get(i),
                    relation.sides().get(i + 1)));
        }
        return inside;
    }

    private Predicate<Predicate<Atom>> atom(Expression left, Sign sign, Expression right) {
        if (left instanceof Tuple a
                && right instanceof Tuple b
                && a.entries().size() == b.entries().size()) {
            return points(a.entries(), sign, b.entries());
        }
        if (right == Constant.INFINITY && (sign == Sign.LESS || sign == Sign.LESS_OR_EQUAL)
                || left.equals(new Negation(Constant.INFINITY))) {
            return holds -> true;
        }
        var difference = Trees.minus(Types.scalar(left, "A number"), Types.scalar(right, "A number"));
        var atom = new Atom(difference, sign);
        atoms.computeIfAbsent(
                atom,
                a -> new Numeric(
                        a,
                        Evaluator.of(difference, names),
                        new Vanishing(difference, names),
                        new AtomBounds(a, names)));
        return holds -> holds.test(atom);
    }

    /** {@code (x, y) != (0, 0)}: all coordinates are equal, or one is not. */
    private Predicate<Predicate<Atom>> points(List<Expression> left, Sign sign, List<Expression> right) {
        if (sign != Sign.EQUAL && sign != Sign.NOT_EQUAL) {
            throw new Misfit("Points have no order: compare numbers.");
        }
        var coordinates = IntStream.range(0, left.size())
                .mapToObj(i -> atom(left.get(i), sign, right.get(i)))
                .toList();
        return sign == Sign.EQUAL
                ? holds -> coordinates.stream().allMatch(set -> set.test(holds))
                : holds -> coordinates.stream().anyMatch(set -> set.test(holds));
    }
}
