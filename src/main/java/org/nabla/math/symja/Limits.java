package org.nabla.math.symja;

import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.nabla.math.Expression;
import org.nabla.math.symja.wire.UnsupportedException;

/** Limits in one variable. Where the two sides differ there is no answer. */
final class Limits {
    private final Session session;

    Limits(Session session) {
        this.session = session;
    }

    Expression limit() {
        var letter = session.variable(session.argument(1));
        return session.fromSymja(of(session.value(0), letter, session.value(2)));
    }

    IExpr of(IExpr f, IExpr letter, IExpr point) {
        var limit = session.eval(F.Limit(f, F.Rule(letter, point)));
        if (!limit.isFreeAST(S.Limit) || !limit.isFreeAST(S.Interval) || !limit.isFree(letter)) {
            throw new UnsupportedException("no limit");
        }
        return limit;
    }
}
