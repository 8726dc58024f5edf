package org.nabla.math.symja;

import org.matheclipse.core.expression.F;
import org.nabla.math.Expression;

/** Real eigenvalues, each as often as its multiplicity, as roots of the characteristic polynomial and thus exact. */
final class Eigenvalues {
    private final Session session;

    Eigenvalues(Session session) {
        this.session = session;
    }

    Expression all() {
        var lambda = session.fresh();
        var polynomial = session.eval(F.CharacteristicPolynomial(session.value(0), lambda));
        return new Expression.Braces(new RealRoots(session, lambda)
                .of(polynomial).stream()
                        .flatMap(root -> java.util.stream.Stream.generate(() -> root.value())
                                .limit(root.multiplicity()))
                        .map(session::fromSymja)
                        .toList());
    }
}
