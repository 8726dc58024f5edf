package org.nabla.math.symja;

import org.matheclipse.core.expression.F;
import org.nabla.math.Expression;

/** Real eigenvalues, each as often as its multiplicity, as roots of the characteristic polynomial and thus exact. */
final class Eigenvalues {
    private final Evaluation evaluation;

    Eigenvalues(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Expression all() {
        var lambda = evaluation.fresh();
        var polynomial = evaluation.eval(F.CharacteristicPolynomial(evaluation.value(0), lambda));
        return new Expression.Braces(new RealRoots(evaluation, lambda)
                .of(polynomial).stream()
                        .flatMap(root -> java.util.stream.Stream.generate(() -> root.value())
                                .limit(root.multiplicity()))
                        .map(evaluation::fromSymja)
                        .toList());
    }
}
