package org.nabla.math.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nabla.math.CalculusException;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Function;
import org.nabla.math.Rationals;
import org.nabla.math.tidy.Normaliser;

/** Sums, products and powers in which vectors and matrices occur beside scalars. A vector is a column. */
public final class VectorArithmetic {

    private final Normaliser normaliser;

    public VectorArithmetic(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    public Expression plus(Expression a, Expression b) {
        BinaryOperator<Expression> sum = (x, y) -> normaliser.sum(List.of(x, y));
        if (a instanceof Tuple left && b instanceof Tuple right) {
            return new Tuple(left.brackets(), zip(left.entries(), right.entries(), sum));
        } else if (a instanceof Matrix left
                && b instanceof Matrix right
                && left.rows().size() == right.rows().size()) {
            return new Matrix(IntStream.range(0, left.rows().size())
                    .mapToObj(i -> zip(left.rows().get(i), right.rows().get(i), sum))
                    .toList());
        }
        throw new CalculusException("These cannot be added: they differ in shape.");
    }

    private static List<Expression> zip(List<Expression> a, List<Expression> b, BinaryOperator<Expression> f) {
        if (a.size() != b.size()) {
            throw new CalculusException(
                    "Vectors of %d and %d entries do not go together.".formatted(a.size(), b.size()));
        }
        return IntStream.range(0, a.size())
                .mapToObj(i -> f.apply(a.get(i), b.get(i)))
                .toList();
    }

    public Expression negate(Expression a) {
        return a.map(normaliser::negate);
    }

    /** From left to right; scalars go into the vector or the matrix. */
    public Expression product(List<Expression> factors) {
        var scalars = new ArrayList<Expression>();
        var others = new ArrayList<Expression>();
        factors.forEach(factor -> (factor.isVectorial() ? others : scalars).add(factor));
        var product = others.stream().reduce(this::times);
        if (product.isEmpty() || !product.get().isVectorial()) {
            product.ifPresent(scalars::add);
            return normaliser.product(scalars);
        } else if (scalars.isEmpty()) {
            return product.get();
        }
        var scalar = normaliser.product(scalars);
        return product.get().map(entry -> normaliser.product(List.of(scalar, entry)));
    }

    private Expression times(Expression a, Expression b) {
        if (!a.isVectorial() || !b.isVectorial()) {
            return product(List.of(a, b));
        } else if (a instanceof Matrix left && b instanceof Matrix right) {
            return LinearAlgebra.product(left, right);
        } else if (a instanceof Matrix left && b instanceof Tuple right) {
            return matrixTimesVector(left, right);
        } else if (a instanceof Tuple left && b instanceof Matrix right) {
            return right.rows().size() == 1
                    ? LinearAlgebra.product(LinearAlgebra.column(left), right)
                    : asVector(LinearAlgebra.product(new Matrix(List.of(left.entries())), right)
                            .rows()
                            .get(0));
        }
        throw new CalculusException("Two vectors have no plain product: write dot(…) or cross(…).");
    }

    /** A row times a column is a number. */
    private static Expression matrixTimesVector(Matrix a, Tuple v) {
        var product = LinearAlgebra.product(a, LinearAlgebra.column(v));
        return product.rows().size() == 1
                ? product.rows().get(0).get(0)
                : asVector(product.rows().stream().map(row -> row.get(0)).toList());
    }

    private static Tuple asVector(List<Expression> entries) {
        return LinearAlgebra.vector(entries);
    }

    public Expression over(Expression a, Expression b) {
        if (b.isVectorial()) {
            throw new CalculusException("Nothing can be divided by a vector or a matrix.");
        }
        return a.map(entry -> normaliser.quotient(entry, b));
    }

    public Expression power(Expression a, Expression exponent) {
        var n = Rationals.of(exponent).filter(Rationals::isSmall);
        if (!(a instanceof Matrix matrix) || n.isEmpty()) {
            throw new CalculusException("Only a matrix can be raised to a power, and only to a whole one.");
        }
        var k = n.get().numerator().intValueExact();
        var base = k < 0 ? LinearAlgebra.inverse(matrix) : matrix;
        var power = LinearAlgebra.identity(matrix.rows().size());
        for (var i = 0; i < Math.abs(k); i++) {
            power = LinearAlgebra.product(power, base);
        }
        return power;
    }

    public Expression dot(Tuple a, Tuple b) {
        return normaliser.sum(zip(a.entries(), b.entries(), (x, y) -> normaliser.product(List.of(x, y))));
    }

    public Expression cross(Tuple a, Tuple b) {
        if (a.entries().size() != 3 || b.entries().size() != 3) {
            throw new CalculusException("A cross product needs two vectors of three entries.");
        }
        return asVector(IntStream.range(0, 3)
                .mapToObj(i -> minor(a.entries(), b.entries(), (i + 1) % 3, (i + 2) % 3))
                .toList());
    }

    private Expression minor(List<Expression> a, List<Expression> b, int i, int j) {
        return Scalars.minus(Scalars.times(a.get(i), b.get(j)), Scalars.times(a.get(j), b.get(i)));
    }

    /** The root of the sum of squares. */
    public Expression norm(Tuple v) {
        UnaryOperator<Expression> square = e -> normaliser.power(e, Rationals.write(2));
        return normaliser.call(
                Function.SQRT, normaliser.sum(v.entries().stream().map(square).toList()));
    }
}
