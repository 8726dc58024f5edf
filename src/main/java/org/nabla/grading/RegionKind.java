package org.nabla.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;

/**
 * {@code region}: the same set of points, however it is described. Compared at whole and half points, at points of every
 * boundary and on either side of it, so that agreement is {@code SAMPLED}: a difference smaller than these points show is
 * not seen.
 */
record RegionKind(Context context, Expression key) implements Kind<Expression> {

    private static final double BESIDE = 1e-3;

    static RegionKind of(Context context, String field, String value) {
        if (context.names().isEmpty()) {
            throw new KeyRefused("answer.variables", "A region needs its variables.");
        }
        var key = context.formula(field, value);
        try {
            new PointSet(key, context.names());
        } catch (Formulas.Misfit misfit) {
            throw new KeyRefused(field, String.valueOf(misfit.getMessage()));
        }
        return new RegionKind(context, key);
    }

    @Override
    public Intake<Expression> read(String typed) {
        return Formulas.read(typed, typed, context.vocabulary(), tree -> {
            new PointSet(tree, context.names());
            return tree;
        });
    }

    @Override
    public Judgement judge(Expression response, Comparer comparer) {
        if (response.equals(key)) {
            return Judgement.correct(Verdict.Decided.IDENTICAL);
        }
        var left = new PointSet(response, context.names());
        var right = new PointSet(key, context.names());
        var edge = false;
        for (var point : boundary(left, right, comparer)) {
            edge |= left.contains(point) != right.contains(point);
        }
        for (var point : interior(left, right, comparer)) {
            if (left.contains(point) != right.contains(point)) {
                return Judgement.wrong();
            }
        }
        if (comparer.outOfTime()) {
            return Judgement.undecided();
        }
        return edge
                ? Judgement.wrong("boundary", "Nearly: look again at which points of the boundary belong to it.")
                : Judgement.correct(Verdict.Decided.SAMPLED);
    }

    private List<double[]> boundary(PointSet left, PointSet right, Comparer comparer) {
        var zeros = new Zeros(context.domains());
        var points = new ArrayList<double[]>();
        for (var set : List.of(left, right)) {
            for (var function : set.boundaries()) {
                if (!comparer.outOfTime()) {
                    points.addAll(zeros.of(function));
                }
            }
        }
        return points;
    }

    private List<double[]> interior(PointSet left, PointSet right, Comparer comparer) {
        var zeros = new Zeros(context.domains());
        var points = new ArrayList<double[]>();
        for (var point : boundary(left, right, comparer)) {
            for (var i = 0; i < point.length; i++) {
                for (var step : new double[] {BESIDE, -BESIDE}) {
                    var beside = point.clone();
                    beside[i] += step;
                    points.add(beside);
                }
            }
        }
        grid(new double[context.names().size()], 0, points);
        // Off the boundaries: what belongs to one of them is judged as an edge.
        return points.stream()
                .filter(zeros::inDomain)
                .filter(point -> !onEdge(left, point) && !onEdge(right, point))
                .toList();
    }

    private boolean onEdge(PointSet set, double[] point) {
        return set.boundaries().stream().anyMatch(function -> new Vanishing(function, context.names()).at(point));
    }

    /** From −4.1 to 4.1: shifted a little, so that few points fall on the usual boundaries. */
    private void grid(double[] point, int index, List<double[]> points) {
        if (index == point.length) {
            points.add(point.clone());
            return;
        }
        var step = point.length <= 2 ? 0.41 : 1.07;
        for (var value = -4.1; value < 4.2; value += step) {
            point[index] = value;
            grid(point, index + 1, points);
        }
    }

    @Override
    public Optional<Remark> diagnose(Expression response, Comparer comparer) {
        var left = new PointSet(response, context.names());
        var right = new PointSet(key, context.names());
        var points = interior(left, right, comparer);
        return !points.isEmpty() && points.stream().allMatch(p -> left.contains(p) != right.contains(p))
                ? Optional.of(
                        new Remark("complement", "This is exactly the rest: the inequality is the wrong way round."))
                : Optional.empty();
    }
}
