package org.nabla.math.symja;

import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.nabla.math.Expression;
import org.nabla.math.symja.wire.UnsupportedException;

/** Limits in one variable. Where the two sides differ there is no answer. */
final class Limits {
    private final Evaluation evaluation;

    Limits(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Expression limit() {
        var letter = evaluation.variable(evaluation.argument(1));
        return evaluation.fromSymja(of(evaluation.value(0), letter, evaluation.value(2)));
    }

    IExpr of(IExpr f, IExpr letter, IExpr point) {
        var limit = evaluation.eval(F.Limit(f, F.Rule(letter, point)));
        if (!limit.isFreeAST(S.Limit) || !limit.isFreeAST(S.Interval) || !limit.isFree(letter)) {
            throw new UnsupportedException("no limit");
        }
        return limit;
    }
}
