package org.nabla.exercise.generator;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nabla.chance.DrawStream;
import org.nabla.exercise.Place;
import org.nabla.exercise.template.Draw;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;

/** Draws parameters from the stream of one exercise. */
final class ParameterDrawer implements Draw.Drawer<Expression> {
    private static final int MAX_CANDIDATES = 10_000;
    private static final int MAX_TRIES = 1_000;

    private final NameScope scope;
    private final DrawStream stream;
    private final Place place;

    ParameterDrawer(NameScope scope, DrawStream stream, Place place) {
        this.scope = scope;
        this.stream = stream;
        this.place = place;
    }

    /** Draws the parameter and puts it into the scope. */
    void draw(String name, Draw draw) {
        if (draw.words().isEmpty()) {
            scope.put(name, value(draw));
        } else {
            scope.putWord(name, draw.words().get(stream.below(draw.words().size())));
        }
    }

    private Expression value(Draw draw) {
        return draw.by(this);
    }

    @Override
    public Expression whole(Draw.Whole whole) {
        return Rationals.write(whole(whole.range()));
    }

    @Override
    public Expression ratio(Draw.Ratio ratio) {
        return Rationals.write(inLowestTerms(ratio));
    }

    @Override
    public Expression sign(Draw.Sign sign) {
        return Rationals.write(stream.below(2) == 0 ? Rational.ONE : Rational.MINUS_ONE);
    }

    @Override
    public Expression oneOf(Draw.OneOf oneOf) {
        return scope.value(oneOf.options().get(stream.below(oneOf.options().size())));
    }

    @Override
    public Expression oneWord(Draw.OneWord oneWord) {
        throw scope.broken(place, "a word cannot be drawn here");
    }

    @Override
    public Expression permutation(Draw.Permutation permutation) {
        return tuple(order(permutation.entries().stream().map(scope::value).toList()));
    }

    @Override
    public Expression distinct(Draw.Distinct distinct) {
        return tuple(different(distinct));
    }

    @Override
    public Expression entries(Draw.Entries entries) {
        return tuple(times(entries.count(), entries.entry()));
    }

    private List<Expression> times(int count, Draw entry) {
        var values = new ArrayList<Expression>();
        for (int i = 0; i < count; i++) {
            values.add(value(entry));
        }
        return values;
    }

    private static Expression tuple(List<Expression> entries) {
        return new Expression.Tuple(Expression.Brackets.ROUND, entries);
    }

    private Rational whole(Draw.Range range) {
        int low = scope.integer(range.low());
        int high = scope.integer(range.high());
        int step = range.step().map(scope::integer).orElse(1);
        if (step < 1 || high < low || (high - low) / step >= MAX_CANDIDATES) {
            throw scope.broken(range.low().place(), "the range " + low + ".." + high + " is empty or too long");
        }
        var except =
                range.except().stream().map(f -> Rational.of(scope.integer(f))).toList();
        var candidates = new ArrayList<Rational>();
        for (int i = low; i <= high; i += step) {
            if (!except.contains(Rational.of(i))) {
                candidates.add(Rational.of(i));
            }
        }
        if (candidates.isEmpty()) {
            throw scope.broken(range.low().place(), "nothing is left of the range " + low + ".." + high);
        }
        return candidates.get(stream.below(candidates.size()));
    }

    private Rational inLowestTerms(Draw.Ratio ratio) {
        for (int i = 0; i < MAX_TRIES; i++) {
            var numerator = whole(ratio.numerator());
            var denominator = whole(ratio.denominator());
            if (!denominator.isZero()
                    && !numerator.dividedBy(denominator).isInteger()
                    && numerator.numerator().gcd(denominator.numerator()).equals(BigInteger.ONE)) {
                return numerator.dividedBy(denominator);
            }
        }
        throw scope.broken(ratio.numerator().low().place(), "no fraction in lowest terms was found in these ranges");
    }

    private List<Expression> different(Draw.Distinct distinct) {
        var values = new ArrayList<Expression>();
        for (int i = 0; i < MAX_TRIES && values.size() < distinct.count(); i++) {
            var value = value(distinct.entry());
            if (!values.contains(value)) {
                values.add(value);
            }
        }
        if (values.size() < distinct.count()) {
            throw scope.broken(place, "there are no " + distinct.count() + " different values to draw");
        }
        return values;
    }

    @Override
    public Expression grid(Draw.Grid grid) {
        var rows = new ArrayList<List<Expression>>();
        var zero = Rationals.write(Rational.ZERO);
        for (int i = 0; i < grid.rows(); i++) {
            var row = new ArrayList<Expression>();
            for (int j = 0; j < grid.columns(); j++) {
                boolean below = j < i;
                if (below && grid.shape() == Draw.Shape.SYMMETRIC) {
                    row.add(rows.get(j).get(i));
                } else if (below && grid.shape() != Draw.Shape.FULL || i != j && grid.shape() == Draw.Shape.DIAGONAL) {
                    row.add(zero);
                } else {
                    row.add(value(grid.entry()));
                }
            }
            rows.add(row);
        }
        return new Expression.Matrix(rows);
    }

    /** A list in an order drawn from the stream. */
    <T> List<T> order(List<T> entries) {
        var result = new ArrayList<T>(entries);
        for (int i = result.size() - 1; i > 0; i--) {
            Collections.swap(result, i, stream.below(i + 1));
        }
        return result;
    }
}
