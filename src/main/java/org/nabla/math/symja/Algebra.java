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
            return new Answer.Found(result(new Session(request), request));
        } catch (RuntimeException | StackOverflowError e) {
            return new Answer.Failed(Reason.UNSUPPORTED);
        }
    }

    private static Expression result(Session session, Request request) {
        return switch (request.operation()) {
            case PROVE_ZERO -> new ZeroProof(session).of(session.value(0));
            case SIMPLIFY -> session.fromSymja(session.simplify(session.value(0)));
            case EXPAND -> session.fromSymja(session.eval(F.ExpandAll(session.value(0))));
            case FACTOR -> session.fromSymja(session.eval(F.Factor(session.value(0))));
            case TOGETHER -> session.fromSymja(session.eval(F.Together(session.value(0))));
            case ANTIDERIVATIVE -> new Integration(session).antiderivative();
            case DEFINITE_INTEGRAL -> new Integration(session).definite();
            case LIMIT -> new Limits(session).limit();
            case SOLVE -> EquationSystem.of(session).solutions();
            case DERIVATIVE ->
                session.fromSymja(session.eval(F.D(session.value(0), session.variable(session.argument(1)))));
            case COMPARE -> new Witness(session).compare();
            case EIGENVALUES -> new Eigenvalues(session).all();
        };
    }
}
