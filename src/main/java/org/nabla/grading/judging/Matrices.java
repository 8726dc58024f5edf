package org.nabla.grading.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;

/** The rows of a matrix that was written in brackets, as rows in brackets, or as a sum or a multiple of such. */
public final class Matrices {

    private static final ExpressionVisitor<Optional<List<List<Expression>>>> ROWS = new PartialVisitor<>() {
        @Override
        public Optional<List<List<Expression>>> matrix(Matrix matrix) {
            return Optional.of(matrix.rows());
        }

        @Override
        public Optional<List<List<Expression>>> tuple(Tuple tuple) {
            return rowsOf(tuple);
        }

        @Override
        public Optional<List<List<Expression>>> negation(Negation negation) {
            return rows(negation.argument()).map(rows -> each(rows, Negation::new));
        }

        @Override
        public Optional<List<List<Expression>>> quotient(Quotient quotient) {
            return rows(quotient.numerator())
                    .filter(rows -> Trees.isScalar(quotient.denominator()))
                    .map(rows -> each(rows, entry -> new Quotient(entry, quotient.denominator())));
        }

        @Override
        public Optional<List<List<Expression>>> product(Product product) {
            return multiple(product.factors());
        }

        @Override
        public Optional<List<List<Expression>>> sum(Sum sum) {
            return Matrices.sum(sum.terms());
        }

        @Override
        public Optional<List<List<Expression>>> call(Call call) {
            return call.function() == Function.TRANSPOSE
                    ? rows(call.arguments().get(0)).map(Matrices::transposed)
                    : Optional.empty();
        }

        @Override
        public Optional<List<List<Expression>>> otherwise(Expression e) {
            return Optional.empty();
        }
    };

    private Matrices() {}

    public static Optional<List<List<Expression>>> rows(Expression e) {
        return e.accept(ROWS);
    }

    public static List<List<Expression>> transposed(List<List<Expression>> rows) {
        return IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream().map(row -> row.get(column)).toList())
                .toList();
    }

    /** Tuples of one length as rows; entries alone are one row. */
    private static Optional<List<List<Expression>>> rowsOf(Tuple tuple) {
        if (tuple.entries().stream().allMatch(Trees::isScalar)) {
            return Optional.of(List.of(tuple.entries()));
        }
        var rows = new ArrayList<List<Expression>>();
        for (var entry : tuple.entries()) {
            if (!(entry instanceof Tuple row)
                    || !row.entries().stream().allMatch(Trees::isScalar)
                    || !rows.isEmpty() && row.entries().size() != rows.get(0).size()) {
                return Optional.empty();
            }
            rows.add(row.entries());
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
    }

    private static List<List<Expression>> each(List<List<Expression>> rows, UnaryOperator<Expression> change) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(entry -> Trees.isZero(entry) ? entry : change.apply(entry))
                        .toList())
                .toList();
    }

    private static Optional<List<List<Expression>>> multiple(List<Expression> factors) {
        var matrices =
                factors.stream().filter(factor -> !Trees.isScalar(factor)).toList();
        if (matrices.size() != 1) {
            return Optional.empty();
        }
        var by = factors.stream().filter(Trees::isScalar).reduce(Trees.ONE, Trees::times);
        return rows(matrices.get(0)).map(rows -> each(rows, entry -> Trees.times(by, entry)));
    }

    private static Optional<List<List<Expression>>> sum(List<Expression> terms) {
        var total = rows(terms.get(0));
        for (var term : terms.subList(1, terms.size())) {
            var next = rows(term);
            if (total.isEmpty() || next.isEmpty() || !sameSize(total.get(), next.get())) {
                return Optional.empty();
            }
            total = Optional.of(added(total.get(), next.get()));
        }
        return total;
    }

    private static List<List<Expression>> added(List<List<Expression>> left, List<List<Expression>> right) {
        return IntStream.range(0, left.size())
                .mapToObj(row -> Trees.map2(left.get(row), right.get(row), (a, b) -> Trees.plus(List.of(a, b))))
                .toList();
    }

    public static boolean sameSize(List<List<Expression>> left, List<List<Expression>> right) {
        return left.size() == right.size() && left.get(0).size() == right.get(0).size();
    }
}
