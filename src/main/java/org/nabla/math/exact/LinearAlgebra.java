package org.nabla.math.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nabla.math.CalculusException;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Brackets;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Rationals;
import org.nabla.math.StopRequest;

/**
 * Linear algebra over exact expressions. Results are tidy. A pivot that contains letters counts as different from zero
 * unless it is zero for all their values.
 */
public final class LinearAlgebra {

    private static final Expression ZERO = Rationals.write(0);
    private static final Expression ONE = Rationals.write(1);

    private LinearAlgebra() {}

    /** @throws CalculusException if the matrix is not square */
    public static Expression det(Matrix a) {
        requireSquare(a, "determinant");
        return Scalars.tidy(det(a.rows()));
    }

    private static Expression det(List<List<Expression>> rows) {
        StopRequest.heed();
        if (rows.size() == 1) {
            return rows.get(0).get(0);
        }
        var terms = new ArrayList<Expression>();
        for (var column = 0; column < rows.size(); column++) {
            var entry = rows.get(0).get(column);
            if (!Scalars.isZero(entry)) {
                var term = Scalars.times(entry, det(minor(rows, 0, column)));
                terms.add(column % 2 == 0 ? term : Scalars.negate(term));
            }
        }
        return Scalars.sum(terms);
    }

    private static List<List<Expression>> minor(List<List<Expression>> rows, int row, int column) {
        return IntStream.range(0, rows.size())
                .filter(i -> i != row)
                .mapToObj(i -> IntStream.range(0, rows.size())
                        .filter(j -> j != column)
                        .mapToObj(j -> rows.get(i).get(j))
                        .toList())
                .toList();
    }

    /**
     * The inverse: the adjugate over the determinant.
     *
     * @throws CalculusException if the matrix is not square or has no inverse
     */
    public static Matrix inverse(Matrix a) {
        requireSquare(a, "inverse");
        var det = det(a);
        if (Scalars.isZero(det)) {
            throw new CalculusException("This matrix has no inverse: its determinant is 0.");
        }
        var n = a.rows().size();
        return matrix(n, n, (i, j) -> {
            var cofactor = n == 1 ? ONE : det(minor(a.rows(), j, i));
            return Scalars.over((i + j) % 2 == 0 ? cofactor : Scalars.negate(cofactor), det);
        });
    }

    public static Matrix transpose(Matrix a) {
        return matrix(width(a), a.rows().size(), (i, j) -> a.rows().get(j).get(i));
    }

    /** @throws CalculusException if the width of a is not the height of b */
    public static Matrix product(Matrix a, Matrix b) {
        if (width(a) != b.rows().size()) {
            throw new CalculusException("A matrix of width %d cannot be multiplied by one of height %d."
                    .formatted(width(a), b.rows().size()));
        }
        return matrix(
                a.rows().size(),
                width(b),
                (i, j) -> Scalars.sum(IntStream.range(0, width(a))
                        .mapToObj(k -> Scalars.times(
                                a.rows().get(i).get(k), b.rows().get(k).get(j)))
                        .toList()));
    }

    public static Matrix identity(int n) {
        return matrix(n, n, (i, j) -> i == j ? ONE : ZERO);
    }

    /** @throws CalculusException if the matrix is not square */
    public static Expression trace(Matrix a) {
        requireSquare(a, "trace");
        return Scalars.sum(IntStream.range(0, a.rows().size())
                .mapToObj(i -> a.rows().get(i).get(i))
                .toList());
    }

    public static int rank(Matrix a) {
        return pivots(rref(a)).size();
    }

    /** The reduced row echelon form: pivots 1, and zeros above and below them. */
    public static Matrix rref(Matrix a) {
        var rows = new ArrayList<List<Expression>>();
        a.rows().forEach(row -> rows.add(row.stream().map(Scalars::tidy).toList()));
        var next = 0;
        for (var column = 0; column < width(a) && next < rows.size(); column++) {
            var found = next;
            while (found < rows.size() && Scalars.isZero(rows.get(found).get(column))) {
                found++;
            }
            if (found < rows.size()) {
                java.util.Collections.swap(rows, found, next);
                clear(rows, next, column);
                next++;
            }
        }
        return new Matrix(rows);
    }

    private static void clear(List<List<Expression>> rows, int pivotRow, int column) {
        var pivot = rows.get(pivotRow).get(column);
        rows.set(
                pivotRow,
                rows.get(pivotRow).stream().map(e -> Scalars.over(e, pivot)).toList());
        for (var i = 0; i < rows.size(); i++) {
            var factor = rows.get(i).get(column);
            if (i != pivotRow && !Scalars.isZero(factor)) {
                var row = rows.get(i);
                rows.set(
                        i,
                        IntStream.range(0, row.size())
                                .mapToObj(j -> Scalars.minus(
                                        row.get(j),
                                        Scalars.times(factor, rows.get(pivotRow).get(j))))
                                .toList());
            }
        }
    }

    /** The column of the pivot of each row of a reduced matrix that has one. */
    private static List<Integer> pivots(Matrix reduced) {
        var pivots = new ArrayList<Integer>();
        for (var row : reduced.rows()) {
            IntStream.range(0, row.size())
                    .filter(j -> !Scalars.isZero(row.get(j)))
                    .findFirst()
                    .ifPresent(pivots::add);
        }
        return pivots;
    }

    /** A basis of the vectors that the matrix sends to zero, scaled to small whole numbers where they are fractions. */
    public static List<Tuple> nullspace(Matrix a) {
        var reduced = rref(a);
        var pivots = pivots(reduced);
        var basis = new ArrayList<Tuple>();
        for (var free = 0; free < width(a); free++) {
            if (!pivots.contains(free)) {
                var column = free;
                basis.add(Scalars.scaled(IntStream.range(0, width(a))
                        .mapToObj(i -> i == column
                                ? ONE
                                : pivots.contains(i)
                                        ? Scalars.negate(reduced.rows()
                                                .get(pivots.indexOf(i))
                                                .get(column))
                                        : ZERO)
                        .toList()));
            }
        }
        return basis;
    }

    static int width(Matrix a) {
        return a.rows().get(0).size();
    }

    static Matrix column(Tuple v) {
        return new Matrix(v.entries().stream().map(List::of).toList());
    }

    public static Tuple vector(List<Expression> entries) {
        return new Tuple(Brackets.ROUND, entries);
    }

    public interface Entry {
        Expression at(int row, int column);
    }

    public static Matrix matrix(int height, int width, Entry entry) {
        return new Matrix(IntStream.range(0, height)
                .mapToObj(i ->
                        IntStream.range(0, width).mapToObj(j -> entry.at(i, j)).toList())
                .toList());
    }

    private static void requireSquare(Matrix a, String what) {
        if (a.rows().isEmpty() || width(a) != a.rows().size()) {
            throw new CalculusException("Only a square matrix has this: %s.".formatted(what));
        }
    }
}
