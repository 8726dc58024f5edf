package org.nabla.math.symja;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;
import org.nabla.math.symja.wire.UnsupportedException;

/**
 * All real roots of a polynomial in one letter, exact and in order: of its factors over the rational numbers those of degree
 * one and two, and those that are polynomials of such a degree in a power of the letter. A factor of higher degree is
 * unsupported unless it has no real root, because radicals of complex numbers would be the answer.
 */
final class RealRoots {
    private final Evaluation evaluation;
    private final ISymbol letter;

    /** A root with its multiplicity. */
    record Root(IExpr value, int multiplicity) {}

    RealRoots(Evaluation evaluation, ISymbol letter) {
        this.evaluation = evaluation;
        this.letter = letter;
    }

    List<Root> of(IExpr polynomial) {
        var roots = new ArrayList<Root>();
        var factored = evaluation.eval(F.Factor(polynomial));
        for (var factor : factored.isTimes() ? ((IAST) factored).copyTo() : List.of(factored)) {
            if (!factor.isFree(letter)) {
                var isPower = factor.isPower();
                var base = isPower ? factor.base() : factor;
                var multiplicity = isPower ? factor.exponent().toIntDefault(0) : 1;
                ofFactor(base).forEach(value -> roots.add(new Root(value, multiplicity)));
            }
        }
        roots.sort(Comparator.comparingDouble(root -> evaluation.number(root.value())));
        return roots;
    }

    private List<IExpr> ofFactor(IExpr factor) {
        var coefficients = coefficients(factor);
        var step = step(coefficients);
        var reduced = new ArrayList<IExpr>();
        for (int i = 0; i < coefficients.size(); i += step) {
            reduced.add(coefficients.get(i));
        }
        if (reduced.size() <= 3) {
            var powers = reduced.size() == 2 ? linear(reduced) : quadratic(reduced);
            return powers.stream().flatMap(power -> roots(power, step).stream()).toList();
        }
        if (coefficients.stream().allMatch(IExpr::isRational) && hasNoRealRoot(coefficients)) {
            return List.of();
        }
        throw new UnsupportedException("a polynomial without simple roots");
    }

    private List<IExpr> coefficients(IExpr polynomial) {
        var list = evaluation.eval(F.CoefficientList(polynomial, letter));
        if (!list.isList()) {
            throw new UnsupportedException("no polynomial");
        }
        return ((IAST) list).copyTo();
    }

    /** The largest n such that this is a polynomial in the n-th power of the letter. */
    private static int step(List<IExpr> coefficients) {
        int step = 0;
        for (int i = 1; i < coefficients.size(); i++) {
            if (!coefficients.get(i).isZero()) {
                step = java.math.BigInteger.valueOf(step)
                        .gcd(java.math.BigInteger.valueOf(i))
                        .intValue();
            }
        }
        return step;
    }

    private List<IExpr> linear(List<IExpr> c) {
        return List.of(evaluation.simplify(F.Times(F.CN1, c.get(0), F.Power(c.get(1), F.CN1))));
    }

    private List<IExpr> quadratic(List<IExpr> c) {
        var discriminant = evaluation.simplify(F.Subtract(F.Sqr(c.get(1)), F.Times(F.C4, c.get(0), c.get(2))));
        if (sign(discriminant) < 0) {
            return List.of();
        }
        var root = F.Sqrt(discriminant);
        var divisor = F.Power(F.Times(F.C2, c.get(2)), F.CN1);
        return List.of(
                evaluation.simplify(F.Times(F.Subtract(F.Negate(c.get(1)), root), divisor)),
                evaluation.simplify(F.Times(F.Plus(F.Negate(c.get(1)), root), divisor)));
    }

    /** The real numbers whose n-th power this is. */
    private List<IExpr> roots(IExpr power, int n) {
        var sign = sign(power);
        if (n == 1 || sign == 0) {
            return List.of(power);
        }
        if (sign < 0) {
            return n % 2 == 0
                    ? List.of()
                    : List.of(evaluation.simplify(F.Negate(F.Power(F.Negate(power), F.QQ(1, n)))));
        }
        var root = evaluation.simplify(F.Power(power, F.QQ(1, n)));
        return n % 2 == 0 ? List.of(evaluation.eval(F.Negate(root)), root) : List.of(root);
    }

    /** The sign of an exact number that is not a disguised zero: those are simplified before. */
    private int sign(IExpr number) {
        if (number.isZero()) {
            return 0;
        }
        var value = evaluation.number(number);
        if (Double.isNaN(value) || Math.abs(value) < 1e-12) {
            throw new UnsupportedException("a sign that cannot be seen");
        }
        return (int) Math.signum(value);
    }

    private static boolean hasNoRealRoot(List<IExpr> coefficients) {
        return Sturm.countRealRoots(coefficients.stream()
                        .map(c -> FromSymja.value((IRational) c))
                        .toList())
                == 0;
    }
}
