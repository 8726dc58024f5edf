package org.nabla.grading.realset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nabla.grading.Verdict;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.Remark;
import org.nabla.math.Expression;

/**
 * {@code region}: the same set of points, however it is described. Compared at whole and half points, at points of every
 * boundary and on either side of it, so that agreement is {@code SAMPLED}: a difference smaller than these points show is
 * not seen.
 */
public record RegionKind(Context context, Expression key) implements Kind<Expression> {

    private static final double[] BESIDE = {1e-3, -1e-3, 1e-6, -1e-6};

    public static RegionKind of(Context context, String field, String value) {
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
        var boundary = boundary(left, right, comparer);
        for (var point : interior(boundary, left, right)) {
            if (left.contains(point) != right.contains(point)) {
                return Judgement.wrong();
            }
        }
        if (comparer.outOfTime()) {
            return Judgement.undecided();
        }
        return boundary.stream().anyMatch(point -> left.contains(point) != right.contains(point))
                ? Judgement.wrong("boundary", "Nearly: look again at which points of the boundary belong to it.")
                : Judgement.correct(Verdict.Decided.SAMPLED);
    }

    private List<double[]> boundary(PointSet left, PointSet right, Comparer comparer) {
        var zeros = new Zeros(context.domains());
        return Stream.of(left, right)
                .flatMap(set -> set.boundaries().stream())
                .distinct()
                .filter(function -> !comparer.outOfTime())
                .flatMap(function -> zeros.widely(function).stream())
                .filter(point -> !left.isOutOfReach(point) && !right.isOutOfReach(point))
                .toList();
    }

    private List<double[]> interior(List<double[]> boundary, PointSet left, PointSet right) {
        var zeros = new Zeros(context.domains());
        var points = new ArrayList<double[]>();
        for (var point : boundary) {
            for (var i = 0; i < point.length; i++) {
                for (var step : BESIDE) {
                    var beside = point.clone();
                    beside[i] += step * Math.max(1, Math.abs(point[i]));
                    points.add(beside);
                }
            }
        }
        grid(new double[context.names().size()], 0, points);
        // Off the boundaries: what belongs to one of them is judged as an edge.
        var edges = Stream.of(left, right)
                .flatMap(set -> set.boundaries().stream())
                .distinct()
                .map(function -> new Vanishing(function, context.names()))
                .toList();
        return points.stream()
                .filter(zeros::inDomain)
                .filter(point -> !left.isOutOfReach(point) && !right.isOutOfReach(point))
                .filter(point -> edges.stream().noneMatch(edge -> edge.at(point)))
                .toList();
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
        var points = interior(boundary(left, right, comparer), left, right);
        return !points.isEmpty() && points.stream().allMatch(p -> left.contains(p) != right.contains(p))
                ? Optional.of(
                        new Remark("complement", "This is exactly the rest: the inequality is the wrong way round."))
                : Optional.empty();
    }
}
