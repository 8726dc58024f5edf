package org.nabla.math.symja;

import org.matheclipse.core.expression.F;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Cas.Reason;
import org.nabla.math.Expression;
import org.nabla.math.symja.wire.Request;

/** What a worker does with a request. */
public final class Algebra {
    private Algebra() {}

    /** The answer; whatever the algebra system throws means that it has none. */
    public static Answer answer(Request request) {
        try {
            return new Answer.Found(result(new Evaluation(request), request));
        } catch (RuntimeException | StackOverflowError e) {
            return new Answer.Failed(Reason.UNSUPPORTED);
        }
    }

    private static Expression result(Evaluation evaluation, Request request) {
        return switch (request.operation()) {
            case PROVE_ZERO -> new ZeroProof(evaluation).of(evaluation.value(0));
            case SIMPLIFY -> evaluation.fromSymja(evaluation.simplify(evaluation.value(0)));
            case EXPAND -> evaluation.fromSymja(evaluation.eval(F.ExpandAll(evaluation.value(0))));
            case FACTOR -> evaluation.fromSymja(evaluation.eval(F.Factor(evaluation.value(0))));
            case TOGETHER -> evaluation.fromSymja(evaluation.eval(F.Together(evaluation.value(0))));
            case ANTIDERIVATIVE -> new Integration(evaluation).antiderivative();
            case DEFINITE_INTEGRAL -> new Integration(evaluation).definite();
            case LIMIT -> new Limits(evaluation).limit();
            case SOLVE -> EquationSystem.of(evaluation).solutions();
            case DERIVATIVE ->
                evaluation.fromSymja(
                        evaluation.eval(F.D(evaluation.value(0), evaluation.variable(evaluation.argument(1)))));
            case COMPARE -> new Witness(evaluation).compare();
            case EIGENVALUES -> new Eigenvalues(evaluation).all();
        };
    }
}
