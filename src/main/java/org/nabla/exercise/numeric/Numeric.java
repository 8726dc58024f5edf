package org.nabla.exercise.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A number, a vector or a matrix in doubles. A vector is one column. Immutable by agreement: the array is never changed. */
public final class Numeric {

    /** What it is. */
    enum Shape {
        NUMBER,
        VECTOR,
        MATRIX
    }

    private final Shape shape;
    private final double[][] rows;

    private Numeric(Shape shape, double[][] rows) {
        this.shape = shape;
        this.rows = rows;
    }

    public static Numeric of(double value) {
        return new Numeric(Shape.NUMBER, new double[][] {{value}});
    }

    static Numeric vector(double... entries) {
        var rows = new double[entries.length][1];
        for (int i = 0; i < entries.length; i++) {
            rows[i][0] = entries[i];
        }
        return new Numeric(Shape.VECTOR, rows);
    }

    static Numeric matrix(double[][] rows) {
        return new Numeric(Shape.MATRIX, rows);
    }

    /** Numbers make a vector, vectors of equal length the rows of a matrix. */
    public static Numeric of(List<Numeric> entries) {
        if (entries.stream().allMatch(e -> e.shape == Shape.NUMBER)) {
            return vector(entries.stream().mapToDouble(Numeric::number).toArray());
        }
        if (entries.stream()
                .allMatch(e ->
                        e.shape == Shape.VECTOR && e.size() == entries.get(0).size())) {
            return matrix(entries.stream().map(Numeric::entries).toArray(double[][]::new));
        }
        throw new NumericException("the entries are of different kinds");
    }

    Shape shape() {
        return shape;
    }

    int size() {
        return rows.length;
    }

    int columns() {
        return rows.length == 0 ? 0 : rows[0].length;
    }

    public double number() {
        if (shape != Shape.NUMBER) {
            throw new NumericException("a number is needed here, not a vector or matrix");
        }
        return rows[0][0];
    }

    double entry(int row, int column) {
        return rows[row][column];
    }

    /** All entries, row by row. */
    public double[] entries() {
        var all = new double[size() * columns()];
        int k = 0;
        for (var row : rows) {
            for (double value : row) {
                all[k++] = value;
            }
        }
        return all;
    }

    /** The entries of a vector as numbers, the rows of a matrix as vectors. */
    List<Numeric> parts() {
        var parts = new ArrayList<Numeric>();
        for (var row : rows) {
            parts.add(shape == Shape.MATRIX ? vector(row) : of(row[0]));
        }
        return parts;
    }

    public boolean isFinite() {
        for (double value : entries()) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    Numeric map(DoubleUnaryOperator f) {
        var result = new double[size()][columns()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < columns(); j++) {
                result[i][j] = f.applyAsDouble(rows[i][j]);
            }
        }
        return new Numeric(shape, result);
    }

    Numeric plus(Numeric other) {
        same(other);
        var result = new double[size()][columns()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < columns(); j++) {
                result[i][j] = rows[i][j] + other.rows[i][j];
            }
        }
        return new Numeric(shape, result);
    }

    Numeric minus(Numeric other) {
        return plus(other.times(-1));
    }

    Numeric times(double factor) {
        return map(v -> factor * v);
    }

    Numeric times(Numeric other) {
        if (shape == Shape.NUMBER) {
            return other.times(number());
        }
        if (other.shape == Shape.NUMBER) {
            return times(other.number());
        }
        if (shape != Shape.MATRIX || columns() != other.size()) {
            throw new NumericException("these sizes cannot be multiplied; for two vectors use dot or cross");
        }
        var result = new double[size()][other.columns()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < other.columns(); j++) {
                for (int k = 0; k < columns(); k++) {
                    result[i][j] += rows[i][k] * other.rows[k][j];
                }
            }
        }
        return new Numeric(other.shape, result);
    }

    double dot(Numeric other) {
        same(other);
        double sum = 0;
        var a = entries();
        var b = other.entries();
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    Numeric transposed() {
        var result = new double[columns()][size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < columns(); j++) {
                result[j][i] = rows[i][j];
            }
        }
        return matrix(result);
    }

    /** The determinant, by elimination with the largest pivot. */
    double determinant() {
        square();
        var a = copy();
        double det = 1;
        for (int c = 0; c < a.length; c++) {
            int pivot = pivot(a, c);
            if (a[pivot][c] == 0) {
                return 0;
            }
            if (pivot != c) {
                swap(a, pivot, c);
                det = -det;
            }
            det *= a[c][c];
            eliminate(a, c, false);
        }
        return det;
    }

    /** The inverse, by elimination beside the unit matrix. */
    Numeric inverse() {
        square();
        int n = size();
        var a = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(rows[i], 0, a[i], 0, n);
            a[i][n + i] = 1;
        }
        for (int c = 0; c < n; c++) {
            int pivot = pivot(a, c);
            if (Math.abs(a[pivot][c]) < 1e-12) {
                throw new NumericException("the matrix has no inverse");
            }
            swap(a, pivot, c);
            eliminate(a, c, true);
        }
        var result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i][j] = a[i][n + j] / a[i][i];
            }
        }
        return matrix(result);
    }

    private static int pivot(double[][] a, int column) {
        int best = column;
        for (int i = column + 1; i < a.length; i++) {
            if (Math.abs(a[i][column]) > Math.abs(a[best][column])) {
                best = i;
            }
        }
        return best;
    }

    private static void swap(double[][] a, int i, int j) {
        var row = a[i];
        a[i] = a[j];
        a[j] = row;
    }

    private static void eliminate(double[][] a, int column, boolean aboveToo) {
        for (int i = aboveToo ? 0 : column + 1; i < a.length; i++) {
            if (i != column) {
                double factor = a[i][column] / a[column][column];
                for (int j = column; j < a[i].length; j++) {
                    a[i][j] -= factor * a[column][j];
                }
            }
        }
    }

    private double[][] copy() {
        var copy = new double[size()][];
        for (int i = 0; i < size(); i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    private void square() {
        if (shape != Shape.MATRIX || size() != columns()) {
            throw new NumericException("a square matrix is needed here");
        }
    }

    private void same(Numeric other) {
        if (size() != other.size() || columns() != other.columns()) {
            throw new NumericException("the sizes differ");
        }
    }

    /** Whether the two agree up to rounding: within the tolerance, relative to the larger entry or to 1. */
    public boolean agrees(Numeric other, double tolerance) {
        if (size() != other.size() || columns() != other.columns()) {
            return false;
        }
        var a = entries();
        var b = other.entries();
        for (int i = 0; i < a.length; i++) {
            double scale = Math.max(1, Math.max(Math.abs(a[i]), Math.abs(b[i])));
            if (!(Math.abs(a[i] - b[i]) <= tolerance * scale) && !(Double.isInfinite(a[i]) && a[i] == b[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        if (shape == Shape.NUMBER) {
            return text(number());
        }
        var texts = parts().stream().map(Numeric::toString).toList();
        return "(" + String.join(", ", texts) + ")";
    }

    private static String text(double value) {
        return String.format(java.util.Locale.ROOT, "%.8g", value);
    }
}
