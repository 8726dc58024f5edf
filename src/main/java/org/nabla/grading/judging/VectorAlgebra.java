package org.nabla.grading.judging;

import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Or;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Function;
import org.nabla.math.Rational;

/** Carries out what makes a number of vectors, so that values can be compared: norm, dot product, determinant, entry. */
public final class VectorAlgebra {

    private static final Vectors VECTORS = new Vectors(false);
    private static final Expression TWO = new Numeral(Rational.of(2));

    private VectorAlgebra() {}

    public static Expression flatten(Expression e) {
        var inner = e.map(VectorAlgebra::flatten);
        if (inner instanceof Relation relation && relation.signs().equals(List.of(Sign.NOT_EQUAL))) {
            return apart(relation);
        }
        return inner instanceof Call call ? value(call).orElse(call) : inner;
    }

    /** {@code (x, y) ≠ (0, 0)}: one of the entries differs. */
    private static Expression apart(Relation relation) {
        var left = VECTORS.entries(relation.sides().get(0), 3);
        var right = VECTORS.entries(relation.sides().get(1), 3);
        if (left.isEmpty()
                || right.isEmpty()
                || left.get().size() != right.get().size()) {
            return relation;
        }
        return new Or(Trees.map2(left.get(), right.get(), (a, b) -> new Relation(a, Sign.NOT_EQUAL, b)));
    }

    private static Optional<Expression> value(Call call) {
        var first = VECTORS.entries(call.arguments().get(0), 3);
        return switch (call.function()) {
            case NORM, ABS -> first.map(VectorAlgebra::norm).or(() -> ofNumber(call));
            case DOT ->
                first.flatMap(u -> VECTORS.entries(call.arguments().get(1), 3)
                        .filter(v -> v.size() == u.size())
                        .map(v -> Vectors.dot(u, v)));
            case DET -> Matrices.rows(call.arguments().get(0)).flatMap(VectorAlgebra::determinant);
            case ENTRY -> first.flatMap(u -> entry(u, call.arguments()));
            default -> Optional.empty();
        };
    }

    /** The norm of a number is its absolute value. */
    private static Optional<Expression> ofNumber(Call call) {
        return call.function() == Function.NORM
                        && Trees.isScalar(call.arguments().get(0))
                ? Optional.of(new Call(Function.ABS, call.arguments()))
                : Optional.empty();
    }

    private static Expression norm(List<Expression> vector) {
        var squares = vector.stream()
                .map(entry -> Trees.isZero(entry) ? entry : (Expression) new Power(entry, TWO))
                .toList();
        return new Call(Function.SQRT, Trees.plus(squares));
    }

    private static Optional<Expression> determinant(List<List<Expression>> rows) {
        if (rows.stream().anyMatch(row -> row.size() != rows.size()) || rows.size() > 3) {
            return Optional.empty();
        }
        return Optional.of(
                switch (rows.size()) {
                    case 1 -> rows.get(0).get(0);
                    case 2 -> Vectors.minor(rows.get(0), rows.get(1), 0, 1);
                    default -> Vectors.dot(rows.get(0), Vectors.cross(rows.get(1), rows.get(2)));
                });
    }

    private static Optional<Expression> entry(List<Expression> vector, List<Expression> arguments) {
        return arguments.size() == 2
                        && arguments.get(1) instanceof Numeral index
                        && index.value().isInteger()
                        && index.value().signum() > 0
                        && index.value().compareTo(Rational.of(vector.size())) <= 0
                ? Optional.of(vector.get(index.value().numerator().intValueExact() - 1))
                : Optional.empty();
    }
}
