package org.nabla.grading.locus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.grading.Outcome;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Figures;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.judging.Vectors;
import org.nabla.grading.locus.Locus.Equations;
import org.nabla.grading.locus.Locus.Path;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Substitution;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;

/** A straight line through a point. */
record Line(Context context, List<Expression> point, List<Expression> direction) implements LocusKind.Figure {

    private static final String PARAMETER = "t";

    /** The key is affine in its parameter, as its author wrote it. */
    static Line of(Context context, Path path) {
        var start = at(path, Trees.ZERO);
        var next = at(path, Trees.ONE);
        return new Line(context, start, Trees.map2(next, start, Trees::minus));
    }

    /** In the plane: a·x + b·y + c = 0. */
    static Optional<Line> of(Context context, Expression zero) {
        var normal = gradient(zero, context.names());
        if (normal.isEmpty()) {
            return Optional.empty();
        }
        var a = normal.get().get(0);
        var b = normal.get().get(1);
        var constant = Substitution.replace(zero, origin(context.names()));
        var foot = Trees.isZero(a)
                ? List.of(Trees.ZERO, (Expression) new Negation(new Quotient(constant, b)))
                : List.of((Expression) new Negation(new Quotient(constant, a)), Trees.ZERO);
        return Optional.of(new Line(context, foot, List.of(b, new Negation(a))));
    }

    /** The gradient of a linear function; nothing for another function. */
    static Optional<List<Expression>> gradient(Expression function, List<String> names) {
        try {
            var slopes = new ArrayList<Expression>();
            for (var name : names) {
                slopes.add(Derivative.of(function, name));
            }
            var linear = slopes.stream().allMatch(Comparer::isNumber)
                    && !slopes.stream().allMatch(Trees::isZero);
            return linear ? Optional.of(slopes) : Optional.empty();
        } catch (UndifferentiableException noDerivative) {
            return Optional.empty();
        }
    }

    static Map<String, Expression> origin(List<String> names) {
        var zeros = new HashMap<String, Expression>();
        names.forEach(name -> zeros.put(name, Trees.ZERO));
        return zeros;
    }

    static List<Expression> at(Path path, Expression value) {
        var put = new HashMap<String, Expression>();
        path.parameters().forEach(parameter -> put.put(parameter, value));
        return path.entries().stream()
                .map(entry -> Substitution.replace(entry, put))
                .toList();
    }

    @Override
    public Judgement judge(Locus response, Comparer comparer) {
        return response.either(path -> path(path, comparer), equations -> equations(equations, comparer));
    }

    private int pivot(Comparer comparer) {
        for (var i = 0; i < direction.size(); i++) {
            if (comparer.different(direction.get(i), Trees.ZERO, Map.of())) {
                return i;
            }
        }
        return -1;
    }

    private Judgement path(Path path, Comparer comparer) {
        var pivot = pivot(comparer);
        if (pivot < 0) {
            return Judgement.undecided();
        }
        if (path.parameters().size() > 1) {
            return Judgement.wrong("parameters", "A line has one parameter.");
        }
        var fromPoint = Trees.map2(path.entries(), point, Trees::minus);
        var domains = LocusKind.reals(path.entries());
        var judgements = new ArrayList<Judgement>();
        for (var i = 0; i < direction.size(); i++) {
            if (i != pivot) {
                judgements.add(Figures.judgement(comparer.exact(
                        Trees.times(fromPoint.get(i), direction.get(pivot)),
                        Trees.times(fromPoint.get(pivot), direction.get(i)),
                        domains)));
            }
        }
        var on = Figures.all(judgements);
        if (!on.isCorrect()) {
            return on.outcome() == Outcome.WRONG ? on.with(offLine(path, comparer)) : on;
        }
        return Coverage.ofLine(path.entries().get(pivot), path.parameters().get(0), path.range())
                ? on
                : Judgement.wrong("part", "This lies on the line, but does not cover all of it.");
    }

    private Remark offLine(Path path, Comparer comparer) {
        var moved = Trees.map2(
                Trees.map2(path.entries(), at(path, Trees.ZERO), Trees::minus),
                point,
                (a, b) -> Trees.plus(List.of(a, b)));
        var parallel = new Path(moved, path.parameters(), path.range());
        var same = !moved.equals(path.entries()) && !same(path, parallel) && path(parallel, comparer, true);
        return same
                ? new Remark("shift", "The direction is right, but the line does not pass through the right point.")
                : new Remark("line", "Not all points of this are on the line: check the direction first.");
    }

    private static boolean same(Path left, Path right) {
        return left.entries().equals(right.entries());
    }

    /** Whether a path is on the line, without asking once more why not. */
    private boolean path(Path path, Comparer comparer, boolean onlyOn) {
        var pivot = pivot(comparer);
        var fromPoint = Trees.map2(path.entries(), point, Trees::minus);
        var domains = LocusKind.reals(path.entries());
        for (var i = 0; i < direction.size(); i++) {
            if (i != pivot
                    && !comparer.same(
                            Trees.times(fromPoint.get(i), direction.get(pivot)),
                            Trees.times(fromPoint.get(pivot), direction.get(i)),
                            domains)) {
                return false;
            }
        }
        return onlyOn;
    }

    /** In the plane, what vanishes on the line. */
    private Expression zero() {
        var across = Trees.map2(
                context.names().stream()
                        .map(name -> (Expression) new Symbol(name))
                        .toList(),
                point,
                Trees::minus);
        return Trees.minus(Trees.times(across.get(0), direction.get(1)), Trees.times(across.get(1), direction.get(0)));
    }

    private Judgement equations(Equations equations, Comparer comparer) {
        var names = context.names();
        var put = new HashMap<String, Expression>();
        for (var i = 0; i < names.size(); i++) {
            put.put(
                    names.get(i),
                    Trees.plus(List.of(point.get(i), Trees.times(new Symbol(PARAMETER), direction.get(i)))));
        }
        var judgements = new ArrayList<Judgement>();
        for (var zero : equations.zero()) {
            var along = Substitution.replace(zero, put);
            judgements.add(Figures.judgement(comparer.exact(along, Trees.ZERO, LocusKind.reals(List.of(along)))));
        }
        var on = Figures.all(judgements);
        if (!on.isCorrect()) {
            return on;
        }
        var normals = equations.zero().stream()
                .flatMap(zero -> gradient(zero, names).stream())
                .toList();
        if (normals.isEmpty()) {
            var always = equations.zero().stream().allMatch(zero -> comparer.same(zero, Trees.ZERO, context.domains()));
            if (always) {
                return Judgement.wrong("always", "This is true for all points: it says nothing.");
            }
            return names.size() == 2 && equations.zero().size() == 1
                    ? new EquationKind(context, zero()).judge(equations.zero().get(0), comparer)
                    : Judgement.undecided();
        }
        if (names.size() == 2) {
            return on;
        }
        for (var second : normals) {
            if (Vectors.cross(normals.get(0), second).stream()
                    .anyMatch(entry -> comparer.different(entry, Trees.ZERO, Map.of()))) {
                return on;
            }
        }
        return Judgement.wrong("plane", "One equation in space is a plane: a line needs two, or a parameter.");
    }
}
