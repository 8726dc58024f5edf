package org.nabla.math.exact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.nabla.math.CalculusException;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.writing.TextWriter;

/** Eigenvalues and eigenvectors, exact. */
public final class Eigen {

    private Eigen() {}

    /** The real eigenvalues with multiplicity, ascending; empty where there is no form for them, or an entry is irrational. */
    public static Optional<List<Expression>> values(Matrix a) {
        return characteristic(a).flatMap(UnivariatePolynomial::realRoots);
    }

    /** det(λI − A), by the method of Faddeev and LeVerrier. */
    private static Optional<UnivariatePolynomial> characteristic(Matrix a) {
        var n = a.rows().size();
        if (LinearAlgebra.width(a) != n) {
            throw new CalculusException("Only a square matrix has eigenvalues.");
        }
        var coefficients = new ArrayList<>(Collections.nCopies(n + 1, Rational.ZERO));
        coefficients.set(n, Rational.ONE);
        var power = LinearAlgebra.identity(n);
        for (var k = 1; k <= n; k++) {
            var product = LinearAlgebra.product(a, power);
            var trace = Rationals.of(LinearAlgebra.trace(product));
            if (trace.isEmpty()) {
                return Optional.empty();
            }
            var c = trace.get().dividedBy(Rational.of(-k));
            coefficients.set(n - k, c);
            power = shifted(product, Rationals.write(c));
        }
        return Optional.of(new UnivariatePolynomial(coefficients));
    }

    /** A basis of the eigenspace. */
    public static List<Tuple> vectors(Matrix a, Expression eigenvalue) {
        var basis = LinearAlgebra.nullspace(shifted(a, Scalars.negate(eigenvalue)));
        if (basis.isEmpty()) {
            throw new CalculusException("%s is no eigenvalue of this matrix.".formatted(TextWriter.write(eigenvalue)));
        }
        return basis;
    }

    private static Matrix shifted(Matrix a, Expression c) {
        var n = a.rows().size();
        return LinearAlgebra.matrix(n, n, (i, j) -> {
            var entry = a.rows().get(i).get(j);
            return i == j ? Scalars.sum(List.of(entry, c)) : entry;
        });
    }
}
