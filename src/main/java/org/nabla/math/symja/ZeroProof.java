package org.nabla.math.symja;

import org.matheclipse.core.interfaces.IExpr;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.symja.wire.UnsupportedException;

/**
 * Proofs that an expression is zero wherever it is defined in the domains. Only a literal 0 counts: what is not proved may
 * still be zero, and PossibleZeroQ and FullSimplify are not asked, because they err.
 */
final class ZeroProof {
    private static final Expression ZERO = new Expression.Numeral(Rational.ZERO);

    private final Evaluation evaluation;

    ZeroProof(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Expression of(IExpr difference) {
        if (difference.isZero()
                || evaluation.numerator(difference).isZero()
                || evaluation.simplify(difference).isZero()) {
            return ZERO;
        }
        throw new UnsupportedException("not proved");
    }
}
