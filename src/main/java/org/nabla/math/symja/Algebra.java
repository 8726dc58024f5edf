package org.nabla.math.symja;

import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.ExprEvaluator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Cas.Reason;
import org.nabla.math.Expression;
import org.nabla.math.Rational;

/**
 * One request to the algebra system, in an evaluator of its own: symbols of two evaluators do not mix, and an evaluator that
 * is used again keeps stale results.
 */
final class Algebra {
    private final EvalEngine engine;
    private final Names names;
    private final ToSymja to;
    private final FromSymja from;
    private final IExpr assumptions;
    private final Request request;

    private Algebra(Request request) {
        var evaluator = new ExprEvaluator(true, (short) 0);
        this.engine = evaluator.getEvalEngine();
        engine.setQuietMode(true);
        EvalEngine.set(engine);
        this.request = request;
        this.names = new Names(engine, request);
        this.to = new ToSymja(names);
        this.from = new FromSymja(names);
        this.assumptions = Assumptions.of(request.domains(), names);
    }

    /** The answer; whatever the algebra system throws means that it has none. */
    static Answer answer(Request request) {
        try {
            return new Answer.Found(new Algebra(request).result());
        } catch (RuntimeException | StackOverflowError e) {
            return new Answer.Failed(Reason.UNSUPPORTED);
        }
    }

    private Expression result() {
        return switch (request.operation()) {
            case SIMPLIFY -> from.of(eval(F.Simplify(argument(0), assumptions)));
            case PROVE_ZERO -> proof();
            case EXPAND -> from.of(eval(F.Expand(argument(0))));
            case FACTOR -> from.of(eval(F.Factor(argument(0))));
            case TOGETHER -> from.of(eval(F.Together(argument(0))));
            case ANTIDERIVATIVE -> from.of(eval(F.Integrate(argument(0), argument(1))));
            case DEFINITE_INTEGRAL, LIMIT, SOLVE, EIGENVALUES -> throw new UnsupportedException("not yet");
        };
    }

    private Expression proof() {
        var difference = eval(argument(0));
        if (difference.isZero()
                || eval(F.Expand(F.Numerator(F.Together(difference)))).isZero()
                || eval(F.Simplify(difference, assumptions)).isZero()) {
            return new Expression.Numeral(Rational.ZERO);
        }
        throw new UnsupportedException("not proved");
    }

    private IExpr argument(int index) {
        return to.of(request.arguments().get(index));
    }

    private IExpr eval(IExpr e) {
        return engine.evaluate(e);
    }
}
