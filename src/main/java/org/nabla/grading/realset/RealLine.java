package org.nabla.grading.realset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.realset.RealSet.End;
import org.nabla.grading.realset.RealSet.Piece;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Rational;
import org.nabla.math.Substitution;
import org.nabla.math.equivalence.ExactSign;
import org.nabla.math.solving.ExactZeros;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.ExactNumbers;

/**
 * The real line with the numbers marked at which a described set may begin or end. Between two marks the set is the same
 * everywhere; what belongs to it is decided exactly at the marks that have an exact form, and in doubles at the others.
 */
final class RealLine {

    private static final int DIGITS = 40;
    private static final BigDecimal CLOSE = new BigDecimal("1e-9");
    private static final BigDecimal SAME = new BigDecimal("1e-30");

    /** A number on the line; without exact form it is known to some fifteen digits. */
    private record Mark(BigDecimal place, Optional<Expression> exact) {

        End end(boolean closed) {
            return new End(place.doubleValue(), exact, closed);
        }
    }

    private final PointSet set;
    private final String variable;
    private final Domain domain;
    private final List<Mark> marks = new ArrayList<>();
    private boolean certain = true;

    /** @throws Formulas.Misfit if the tree describes no set of numbers */
    RealLine(Expression tree, String variable, Domain domain) {
        this.set = new PointSet(tree, List.of(variable));
        this.variable = variable;
        this.domain = domain;
        domain.lower().ifPresent(this::mark);
        domain.upper().ifPresent(this::mark);
        if (domain.withoutZero()) {
            mark(Rational.ZERO);
        }
        var inexact = new ArrayList<Expression>();
        for (var boundary : set.boundaries()) {
            var found = ExactZeros.of(boundary, variable);
            found.numbers().forEach(this::mark);
            if (!found.complete()) {
                inexact.add(boundary);
            }
        }
        inexact.forEach(this::markNumerically);
        marks.sort((a, b) -> a.place().compareTo(b.place()));
    }

    private void mark(Rational number) {
        mark(new Numeral(number));
    }

    private void mark(Expression exact) {
        ExactNumbers.enclose(exact, DIGITS).ifPresent(bounds -> {
            var place = bounds.lower().add(bounds.upper()).divide(BigDecimal.valueOf(2));
            if (marks.stream().noneMatch(mark -> isSame(mark, exact, place))) {
                marks.add(new Mark(place, Optional.of(exact)));
            }
        });
    }

    private static boolean isSame(Mark mark, Expression exact, BigDecimal place) {
        if (!near(mark.place(), place, SAME)) {
            return false;
        }
        var difference =
                ExactSign.of(new Sum(List.of(exact, new Negation(mark.exact().orElseThrow()))));
        return difference == ExactSign.ZERO || difference == ExactSign.UNKNOWN;
    }

    private static boolean near(BigDecimal a, BigDecimal b, BigDecimal part) {
        var size = a.abs().max(b.abs());
        return a.subtract(b).abs().compareTo(size.multiply(part)) <= 0;
    }

    private void markNumerically(Expression boundary) {
        for (var zero : new Zeros(Map.of(variable, Domain.REAL)).widely(boundary)) {
            var place = new BigDecimal(zero[0]);
            if (marks.stream()
                    .noneMatch(mark -> near(mark.place(), place, CLOSE)
                            || mark.place().abs().max(place.abs()).compareTo(CLOSE) < 0
                                    && near(BigDecimal.ONE.add(mark.place()), BigDecimal.ONE.add(place), SAME))) {
                marks.add(new Mark(place, Optional.empty()));
            }
        }
    }

    RealSet set() {
        var pieces = new ArrayList<Piece>();
        Optional<End> start = Optional.empty();
        if (inside(beside(0, -1))) {
            start = Optional.of(new End(Double.NEGATIVE_INFINITY, Optional.empty(), false));
        }
        for (var i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            var here = inside(mark);
            var after = inside(i + 1 < marks.size() ? between(mark, marks.get(i + 1)) : beside(i, 1));
            if (start.isPresent() && !(here && after)) {
                pieces.add(new Piece(start.get(), mark.end(here)));
                start = Optional.empty();
            } else if (start.isEmpty() && here && !after) {
                pieces.add(new Piece(mark.end(true), mark.end(true)));
            }
            if (start.isEmpty() && after) {
                start = Optional.of(mark.end(here));
            }
        }
        start.ifPresent(
                from -> pieces.add(new Piece(from, new End(Double.POSITIVE_INFINITY, Optional.empty(), false))));
        return new RealSet(List.copyOf(pieces), certain);
    }

    /** A whole number on the outer side of a mark, 0 where there is no mark. */
    private Rational beside(int index, int step) {
        if (marks.isEmpty()) {
            return Rational.ZERO;
        }
        var rounding = step > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR;
        return Rational.of(marks.get(index).place().setScale(0, rounding).add(BigDecimal.valueOf(step)));
    }

    /** A short fraction between two marks. */
    private static Rational between(Mark low, Mark high) {
        var middle = low.place().add(high.place()).divide(BigDecimal.valueOf(2));
        for (var digits = 2; digits < 2 * DIGITS; digits++) {
            var rounded = middle.round(new MathContext(digits));
            if (rounded.compareTo(low.place()) > 0 && rounded.compareTo(high.place()) < 0) {
                return Rational.of(rounded);
            }
        }
        return Rational.of(middle);
    }

    private boolean inside(Rational number) {
        return domain.contains(number) && set.contains(atom -> holds(atom, new Numeral(number)));
    }

    private boolean inside(Mark mark) {
        if (mark.exact().isPresent()) {
            var number = mark.exact().orElseThrow();
            return inDomain(number) && set.contains(atom -> holds(atom, number));
        }
        return domain.contains(Rational.of(mark.place()))
                && set.contains(mark.place().doubleValue());
    }

    private boolean inDomain(Expression number) {
        var low = domain.lower().map(end -> compare(number, end));
        var high = domain.upper().map(end -> compare(number, end));
        return low.map(s -> s == ExactSign.POSITIVE || s == ExactSign.ZERO && domain.lowerClosed())
                        .orElse(true)
                && high.map(s -> s == ExactSign.NEGATIVE || s == ExactSign.ZERO && domain.upperClosed())
                        .orElse(true)
                && !(domain.withoutZero() && ExactSign.of(number) == ExactSign.ZERO);
    }

    private static ExactSign compare(Expression number, Rational end) {
        return ExactSign.of(Trees.minus(number, new Numeral(end)));
    }

    private boolean holds(Atom atom, Expression number) {
        var value = Substitution.replace(atom.difference(), Map.of(variable, number));
        var sign = sign(value);
        certain &= sign != ExactSign.UNKNOWN;
        return atom.holds(sign);
    }

    /** What is not seen at once, as that √(2 − (√2)²) is zero, is seen when it is tidy. */
    private static ExactSign sign(Expression value) {
        var sign = ExactSign.of(value);
        if (sign != ExactSign.UNKNOWN) {
            return sign;
        }
        try {
            return ExactSign.of(Tidy.tidy(value));
        } catch (ArithmeticException noNumber) {
            return ExactSign.UNDEFINED;
        }
    }
}
