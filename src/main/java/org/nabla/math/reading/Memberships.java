package org.nabla.math.reading;

import java.util.ArrayList;
import java.util.List;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Brackets;
import org.nabla.math.Expression.Interval;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Union;
import org.nabla.math.Expression.Word;
import org.nabla.math.PartialVisitor;
import org.nabla.math.SyntaxException;
import org.nabla.math.lexing.Lexeme;

/** Makes conditions of sets: what belongs to them, and what is left out of them. */
final class Memberships {
    private Memberships() {}

    /** {@code x in [0, 5)} says 0 <= x < 5, {@code x ∈ ℝ} says nothing, {@code x ∈ (0, 1) ∪ (2, 3)} one or the other. */
    static Expression of(Expression element, Expression set, Lexeme sign) {
        return set.accept(new Members(element, sign));
    }

    /** What is left out of all numbers is a condition already. */
    private record Members(Expression element, Lexeme sign) implements PartialVisitor<Expression> {
        @Override
        public Expression otherwise(Expression set) {
            return set == Word.ALL_REALS ? set : between(set.accept(new Ends(sign)), element, sign);
        }

        @Override
        public Expression union(Union union) {
            return new Or(
                    union.sets().stream().map(one -> of(element, one, sign)).toList());
        }

        @Override
        public Expression power(Power power) {
            return power.base() == Word.ALL_REALS ? Word.ALL_REALS : otherwise(power);
        }

        @Override
        public Expression relation(Relation relation) {
            return relation;
        }

        @Override
        public Expression and(And and) {
            return and;
        }

        @Override
        public Expression braces(Braces braces) {
            if (braces.entries().isEmpty()) {
                return otherwise(braces);
            }
            var members = braces.entries().stream()
                    .map(entry -> (Expression) new Relation(element, Sign.EQUAL, entry))
                    .toList();
            return members.size() == 1 ? members.get(0) : new Or(members);
        }
    }

    /** The interval that was typed: brackets alike are read as a tuple, {@code [2; 5]} as a matrix. */
    private record Ends(Lexeme sign) implements PartialVisitor<Interval> {
        @Override
        public Interval otherwise(Expression set) {
            throw new SyntaxException("Write the condition with < or <=, as in 0 <= x < 5.", sign);
        }

        @Override
        public Interval interval(Interval interval) {
            return interval;
        }

        @Override
        public Interval tuple(Tuple t) {
            if (t.entries().size() != 2 || t.brackets() == Brackets.ANGLE) {
                return otherwise(t);
            }
            boolean closed = t.brackets() == Brackets.SQUARE;
            return new Interval(t.entries().get(0), closed, t.entries().get(1), closed);
        }

        @Override
        public Interval matrix(Matrix m) {
            return m.rows().size() == 2 && m.rows().get(0).size() == 1
                    ? new Interval(m.rows().get(0).get(0), true, m.rows().get(1).get(0), true)
                    : otherwise(m);
        }
    }

    private static Expression between(Interval interval, Expression element, Lexeme sign) {
        var sides = new ArrayList<Expression>();
        var signs = new ArrayList<Sign>();
        if (!interval.lower().isInfinite()) {
            sides.add(interval.lower());
            signs.add(interval.lowerClosed() ? Sign.LESS_OR_EQUAL : Sign.LESS);
        }
        sides.add(element);
        if (!interval.upper().isInfinite()) {
            signs.add(interval.upperClosed() ? Sign.LESS_OR_EQUAL : Sign.LESS);
            sides.add(interval.upper());
        }
        if (signs.isEmpty()) {
            throw new SyntaxException("Every number lies there: write all reals.", sign);
        }
        return new Relation(sides, signs);
    }

    /** Whether a minus sign stands between sets, as in {@code R - {3}}. */
    static boolean leavesOut(Expression e) {
        return e instanceof Sum sum
                && isSet(sum.terms().get(0))
                && sum.terms().stream()
                        .skip(1)
                        .allMatch(term -> term instanceof Negation n && n.argument() instanceof Braces);
    }

    private static boolean isSet(Expression e) {
        return e == Word.ALL_REALS || e instanceof Interval || e instanceof Tuple || e instanceof Union;
    }

    static Expression split(Expression difference, Expression element, Lexeme sign) {
        var terms = ((Sum) difference).terms();
        var rest = terms.get(0);
        for (var term : terms.subList(1, terms.size())) {
            rest = without(rest, ((Negation) term).argument(), element, sign);
        }
        return rest;
    }

    /** The elements of a set but for some numbers, as conditions. */
    static Expression without(Expression set, Expression leftOut, Expression element, Lexeme sign) {
        if (!(leftOut instanceof Braces braces) || braces.entries().isEmpty()) {
            throw new SyntaxException("Write what is left out in braces, such as {0, 1}.", sign);
        }
        var conditions = new ArrayList<Expression>();
        if (set instanceof And and) {
            conditions.addAll(and.conditions());
        } else if (set instanceof Relation) {
            conditions.add(set);
        } else if (set != Word.ALL_REALS) {
            conditions.add(of(element, set, sign));
        }
        for (var entry : braces.entries()) {
            conditions.add(new Relation(element, Sign.NOT_EQUAL, entry));
        }
        return conditions.size() == 1 ? conditions.get(0) : new And(List.copyOf(conditions));
    }
}
