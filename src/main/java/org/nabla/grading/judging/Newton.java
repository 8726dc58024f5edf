package org.nabla.grading.judging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.value.Evaluator;

/** Points at which several functions vanish together, found from nearby ones by Newton's method with the smallest steps. */
public final class Newton {

    private static final int STEPS = 30;
    private static final double CLOSE = 1e-12;

    private final List<Evaluator> equations = new ArrayList<>();
    private final List<List<Evaluator>> slopes = new ArrayList<>();
    private boolean linear = true;

    /**
     * @param zero what vanishes
     * @param names the coordinates
     * @throws UndifferentiableException if a function has no derivative
     */
    public Newton(List<Expression> zero, List<String> names) {
        for (var equation : zero) {
            equations.add(Evaluator.of(equation, names));
            var gradient =
                    names.stream().map(name -> Derivative.of(equation, name)).toList();
            linear &= gradient.stream().allMatch(Comparer::isNumber);
            slopes.add(
                    gradient.stream().map(slope -> Evaluator.of(slope, names)).toList());
        }
    }

    /** Whether all functions are linear. */
    public boolean isLinear() {
        return linear;
    }

    /**
     * The zero that is found from a point.
     *
     * @param fixed coordinates that are held fast
     */
    public Optional<double[]> from(double[] start, boolean[] fixed) {
        var point = start.clone();
        for (var step = 0; step < STEPS; step++) {
            var values = equations.stream().mapToDouble(e -> e.at(point)).toArray();
            if (!Arrays.stream(values).allMatch(Double::isFinite)) {
                return Optional.empty();
            }
            var rows = slopes.stream()
                    .map(row ->
                            row.stream().mapToDouble(slope -> slope.at(point)).toArray())
                    .toArray(double[][]::new);
            for (var row : rows) {
                for (var i = 0; i < row.length; i++) {
                    row[i] = fixed[i] ? 0 : row[i];
                }
            }
            var weights = solve(normal(rows), values);
            if (weights.isEmpty()) {
                return Optional.empty();
            }
            var moved = 0.0;
            var size = 1.0;
            for (var i = 0; i < point.length; i++) {
                var change = 0.0;
                for (var j = 0; j < rows.length; j++) {
                    change += weights.get()[j] * rows[j][i];
                }
                point[i] -= change;
                moved = Math.max(moved, Math.abs(change));
                size = Math.max(size, Math.abs(point[i]));
            }
            // By the last step, not by what is left: where a root is multiple that is small far from it.
            if (moved <= CLOSE * size) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }

    /** J·Jᵀ, a little heavier on the diagonal, so that an equation said twice does no harm. */
    private static double[][] normal(double[][] rows) {
        var normal = new double[rows.length][rows.length];
        for (var i = 0; i < rows.length; i++) {
            for (var j = 0; j < rows.length; j++) {
                for (var k = 0; k < rows[i].length; k++) {
                    normal[i][j] += rows[i][k] * rows[j][k];
                }
            }
            normal[i][i] *= 1 + 1e-12;
        }
        return normal;
    }

    private static Optional<double[]> solve(double[][] matrix, double[] right) {
        var n = right.length;
        var values = right.clone();
        for (var column = 0; column < n; column++) {
            var pivot = column;
            for (var row = column + 1; row < n; row++) {
                pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
            }
            if (!(Math.abs(matrix[pivot][column]) > 1e-30)) {
                return Optional.empty();
            }
            var swapped = matrix[column];
            matrix[column] = matrix[pivot];
            matrix[pivot] = swapped;
            var value = values[column];
            values[column] = values[pivot];
            values[pivot] = value;
            for (var row = 0; row < n; row++) {
                if (row != column) {
                    var factor = matrix[row][column] / matrix[column][column];
                    for (var k = column; k < n; k++) {
                        matrix[row][k] -= factor * matrix[column][k];
                    }
                    values[row] -= factor * values[column];
                }
            }
        }
        for (var i = 0; i < n; i++) {
            values[i] /= matrix[i][i];
        }
        return Optional.of(values);
    }
}
