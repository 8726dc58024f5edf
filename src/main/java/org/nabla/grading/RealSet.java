package org.nabla.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nabla.math.Derivative;
import org.nabla.math.Domain;
import org.nabla.math.Evaluator;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Substitution;
import org.nabla.math.Tidy;
import org.nabla.math.UndifferentiableException;

/** A set of real numbers as its separate pieces, from left to right: one form for all ways of writing it. */
record RealSet(List<Piece> pieces) {

    private static final double CLOSE = 1e-9;

    /**
     * Where a piece ends.
     *
     * @param exact empty at infinity, and where an end was found only numerically
     */
    record End(double value, Optional<Expression> exact, boolean closed) {

        End closed(boolean included) {
            return new End(value, exact, included);
        }

        boolean isFinite() {
            return Double.isFinite(value);
        }
    }

    record Piece(End lower, End upper) {}

    static RealSet of(Expression tree, String variable, Domain domain) {
        var set = new PointSet(tree, List.of(variable));
        var ends = ends(set, variable, domain);
        var pieces = new ArrayList<Piece>();
        var open = new End(Double.NEGATIVE_INFINITY, Optional.empty(), false);
        Optional<End> start = Optional.empty();
        if (inside(set, domain, ends.isEmpty() ? 0 : ends.get(0).value() - 1)) {
            start = Optional.of(open);
        }
        for (var i = 0; i < ends.size(); i++) {
            var end = ends.get(i);
            var here = inside(set, domain, end.value());
            var next = i + 1 < ends.size() ? (end.value() + ends.get(i + 1).value()) / 2 : end.value() + 1;
            var after = inside(set, domain, next);
            if (start.isPresent() && !(here && after)) {
                pieces.add(new Piece(start.get(), end.closed(here)));
                start = Optional.empty();
            } else if (start.isEmpty() && here && !after) {
                pieces.add(new Piece(end.closed(true), end.closed(true)));
            }
            if (start.isEmpty() && after) {
                start = Optional.of(end.closed(here));
            }
        }
        start.ifPresent(
                from -> pieces.add(new Piece(from, new End(Double.POSITIVE_INFINITY, Optional.empty(), false))));
        return new RealSet(List.copyOf(pieces));
    }

    private static boolean inside(PointSet set, Domain domain, double value) {
        var low = domain.lower().map(l -> domain.lowerClosed() ? value >= l.toDouble() : value > l.toDouble());
        var high = domain.upper().map(u -> domain.upperClosed() ? value <= u.toDouble() : value < u.toDouble());
        return low.orElse(true) && high.orElse(true) && !(domain.withoutZero() && value == 0) && set.contains(value);
    }

    private static List<End> ends(PointSet set, String variable, Domain domain) {
        var bounds = Stream.concat(domain.lower().stream(), domain.upper().stream())
                .map(bound -> new End(bound.toDouble(), Optional.of(new Numeral(bound)), false));
        var zero = domain.withoutZero() ? Stream.of(new End(0, Optional.of(Trees.ZERO), false)) : Stream.<End>empty();
        var found = set.boundaries().stream().flatMap(boundary -> zeros(boundary, variable).stream());
        var ends = new ArrayList<End>();
        Stream.of(bounds, zero, found)
                .flatMap(each -> each)
                .filter(End::isFinite)
                // Exact ends first among equal ones, so that they are the ones that stay.
                .sorted(java.util.Comparator.comparingDouble(End::value)
                        .thenComparing(end -> end.exact().isEmpty()))
                .forEach(end -> {
                    if (ends.isEmpty()
                            || end.value() - ends.get(ends.size() - 1).value()
                                    > CLOSE * Math.max(1, Math.abs(end.value()))) {
                        ends.add(end);
                    }
                });
        return ends;
    }

    /** Exactly where the boundary is a linear function, otherwise numerically. */
    private static List<End> zeros(Expression boundary, String variable) {
        try {
            var slope = Derivative.of(boundary, variable);
            if (Trees.symbols(slope).isEmpty() && !Trees.isZero(slope)) {
                var height = Substitution.replace(boundary, Map.of(variable, Trees.ZERO));
                var zero = Tidy.tidy(new Quotient(new Negation(height), slope));
                return List.of(new End(Evaluator.of(zero, List.of()).at(), Optional.of(zero), false));
            }
        } catch (UndifferentiableException numericallyThen) {
            // as below
        }
        return new Zeros(Map.of(variable, Domain.REAL))
                .of(boundary).stream()
                        .map(point -> new End(point[0], Optional.empty(), false))
                        .toList();
    }
}
