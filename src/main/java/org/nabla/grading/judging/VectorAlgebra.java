package org.nabla.grading.judging;

import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Traversal;

/** Carries out what makes a number of vectors, so that values can be compared: norm, dot product, determinant, entry. */
public final class VectorAlgebra {

    private static final Vectors VECTORS = new Vectors(false);
    private static final Expression TWO = new Numeral(Rational.of(2));

    private VectorAlgebra() {}

    public static Expression flatten(Expression e) {
        var inner = Traversal.mapChildren(e, VectorAlgebra::flatten);
        return inner instanceof Call call ? value(call).orElse(call) : inner;
    }

    private static Optional<Expression> value(Call call) {
        var first = VECTORS.entries(call.arguments().get(0), 3);
        return switch (call.function()) {
            case NORM, ABS -> first.map(VectorAlgebra::norm);
            case DOT ->
                first.flatMap(u -> VECTORS.entries(call.arguments().get(1), 3)
                        .filter(v -> v.size() == u.size())
                        .map(v -> Vectors.dot(u, v)));
            case DET -> Matrices.rows(call.arguments().get(0)).flatMap(VectorAlgebra::determinant);
            case ENTRY -> first.flatMap(u -> entry(u, call.arguments()));
            default -> Optional.empty();
        };
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
