package org.nabla.math.symja;

import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.nabla.math.Expression;
import org.nabla.math.symja.wire.UnsupportedException;

/**
 * Integrals by antiderivative, with the bounds put in and a limit only where that is undefined: the algebra system's own
 * definite integrals give values to divergent ones. The caller compares with quadrature.
 */
final class Integration {
    private final Evaluation evaluation;

    Integration(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Expression antiderivative() {
        return evaluation.fromSymja(antiderivative(evaluation.value(0), evaluation.variable(evaluation.argument(1))));
    }

    Expression definite() {
        var letter = evaluation.variable(evaluation.argument(1));
        var antiderivative = antiderivative(evaluation.value(0), letter);
        var upper = at(antiderivative, letter, evaluation.value(3));
        var lower = at(antiderivative, letter, evaluation.value(2));
        return evaluation.fromSymja(evaluation.simplify(evaluation.eval(F.Subtract(upper, lower))));
    }

    private IExpr antiderivative(IExpr f, IExpr letter) {
        var found = evaluation.eval(F.Integrate(f, letter));
        if (!found.isFreeAST(S.Integrate) || found.hasComplexNumber()) {
            throw new UnsupportedException("no antiderivative");
        }
        return evaluation.eval(F.subst(found, part -> onBothSides(part, f)));
    }

    /**
     * The logarithm of the absolute value has the same derivative and is defined on both sides of zero; not where the
     * integrand has that logarithm itself and thus is not defined there.
     */
    private static IExpr onBothSides(IExpr e, IExpr f) {
        if (e.isAST(S.ArcTanh, 2)) {
            var argument = F.subst(((IAST) e).arg1(), part -> onBothSides(part, f));
            return F.Times(
                    F.C1D2, F.Subtract(F.Log(F.Abs(F.Plus(F.C1, argument))), F.Log(F.Abs(F.Subtract(F.C1, argument)))));
        }
        if (e.isLog() && !Signs.isPositive(((IAST) e).arg1()) && f.isFree(e)) {
            return F.Log(F.Abs(F.subst(((IAST) e).arg1(), part -> onBothSides(part, f))));
        }
        return F.NIL;
    }

    private IExpr at(IExpr f, IExpr letter, IExpr bound) {
        if (!bound.isDirectedInfinity()) {
            var value = evaluation.substitute(f, letter, bound);
            if (Evaluation.isDefined(value)) {
                return value;
            }
        }
        var limit = new Limits(evaluation).of(f, letter, bound);
        if (!Evaluation.isDefined(limit)) {
            throw new UnsupportedException("divergent");
        }
        return limit;
    }
}
