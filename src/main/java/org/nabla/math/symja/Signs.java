package org.nabla.math.symja;

import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** What can be seen of the sign of a real expression without computing. */
final class Signs {
    private Signs() {}

    /** Whether the expression is above zero wherever it is defined; false when that cannot be seen. */
    static boolean isPositive(IExpr e) {
        if (e.isPlus()) {
            return all((IAST) e, Signs::isNotNegative) && any((IAST) e, Signs::isPositive);
        }
        if (e.isTimes()) {
            return all((IAST) e, Signs::isPositive);
        }
        if (e.isPower()) {
            return isPositive(e.base());
        }
        return e.isPositive() || e.equals(S.E) || e.equals(S.Pi) || e.isAST(S.Cosh, 2);
    }

    static boolean isNotNegative(IExpr e) {
        if (e.isPlus() || e.isTimes()) {
            return all((IAST) e, Signs::isNotNegative);
        }
        if (e.isPower()) {
            return e.exponent().isEvenResult()
                    || e.exponent().isFraction() && isEven(e.exponent())
                    || isNotNegative(e.base());
        }
        return e.isZero() || e.isAbs() || isPositive(e);
    }

    private static boolean isEven(IExpr fraction) {
        return !((org.matheclipse.core.interfaces.IRational) fraction)
                .toBigDenominator()
                .testBit(0);
    }

    private static boolean all(IAST parts, java.util.function.Predicate<IExpr> test) {
        return parts.forAll(test);
    }

    private static boolean any(IAST parts, java.util.function.Predicate<IExpr> test) {
        return parts.exists(test);
    }
}
