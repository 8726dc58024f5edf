package org.nabla.grading.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Rounded;
import org.nabla.math.Expression;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.value.Evaluator;

/**
 * The numbers for which decimals stand that nearly satisfy equations: the next point at which all equations hold, found by
 * Newton's method with the smallest steps. It is what was meant where each of its coordinates, rounded or cut to the digits
 * typed, is the one typed; coordinates without a decimal point are held fast.
 */
final class NearbySolution {

    private static final int STEPS = 30;
    private static final double CLOSE = 1e-13;

    private final List<Evaluator> equations = new ArrayList<>();
    private final List<List<Evaluator>> slopes = new ArrayList<>();
    private boolean linear = true;

    /**
     * @param zero what vanishes
     * @param names the coordinates
     * @throws UndifferentiableException if an equation has no derivative
     */
    NearbySolution(List<Expression> zero, List<String> names) {
        for (var equation : zero) {
            equations.add(Evaluator.of(equation, names));
            var gradient =
                    names.stream().map(name -> Derivative.of(equation, name)).toList();
            linear &= gradient.stream().allMatch(Comparer::isNumber);
            slopes.add(gradient.stream()
                    .map(slope -> Evaluator.of(slope, names))
                    .toList());
        }
    }

    /** Whether all equations are linear: then decimals of few digits that satisfy them are not hard to find. */
    boolean isLinear() {
        return linear;
    }

    boolean isMeantBy(List<Rounded> typed) {
        return from(typed)
                .filter(point -> {
                    for (var i = 0; i < point.length; i++) {
                        if (!typed.get(i).isExact() && !typed.get(i).contains(point[i])) {
                            return false;
                        }
                    }
                    return true;
                })
                .isPresent();
    }

    private Optional<double[]> from(List<Rounded> typed) {
        var point = typed.stream()
                .mapToDouble(r -> r.low().add(r.high()).doubleValue() / 2)
                .toArray();
        for (var step = 0; step < STEPS; step++) {
            var values = equations.stream().mapToDouble(e -> e.at(point)).toArray();
            if (!Arrays.stream(values).allMatch(Double::isFinite)) {
                return Optional.empty();
            }
            var size = Arrays.stream(point).map(Math::abs).max().orElse(0);
            if (Arrays.stream(values).allMatch(v -> Math.abs(v) <= CLOSE * (1 + size * size))) {
                return Optional.of(point);
            }
            var rows = slopes.stream()
                    .map(row -> row.stream().mapToDouble(slope -> slope.at(point)).toArray())
                    .toArray(double[][]::new);
            for (var row : rows) {
                for (var i = 0; i < row.length; i++) {
                    row[i] = typed.get(i).isExact() ? 0 : row[i];
                }
            }
            var weights = solve(normal(rows), values);
            if (weights.isEmpty()) {
                return Optional.empty();
            }
            for (var i = 0; i < point.length; i++) {
                for (var j = 0; j < rows.length; j++) {
                    point[i] -= weights.get()[j] * rows[j][i];
                }
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
