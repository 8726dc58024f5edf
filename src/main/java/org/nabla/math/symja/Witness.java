package org.nabla.math.symja;

import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.symja.wire.UnsupportedException;

/**
 * Whether two expressions are the same on the domains, by the algebra system alone: a proof of zero for yes, values to thirty
 * digits at rational points for no. Where it has neither it says nothing.
 */
final class Witness {
    private static final Expression SAME = new Expression.Numeral(Rational.ZERO);
    private static final Expression DIFFERENT = new Expression.Numeral(Rational.ONE);

    private static final int DIGITS = 30;
    /** Far above what thirty digits leave, far below what matters. */
    private static final double VISIBLE = 1e-15;

    private static final int POINTS = 6;
    /** One point alone could be one at which a rule of the system errs. */
    private static final int ENOUGH = 2;

    private final Evaluation evaluation;

    Witness(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Expression compare() {
        var first = evaluation.argument(0);
        var second = evaluation.argument(1);
        var a = evaluation.value(0);
        var b = evaluation.value(1);
        var letters = List.copyOf(Expression.symbolsOf(first, second));
        int differing = 0;
        int agreeing = 0;
        for (int round = 0; round < (letters.isEmpty() ? 1 : POINTS) && differing < ENOUGH; round++) {
            var point = point(letters, round);
            switch (at(a, b, letters, point)) {
                case -1 -> differing++;
                case 1 -> agreeing++;
                default -> {}
            }
        }
        if (differing >= (letters.isEmpty() ? 1 : ENOUGH)) {
            return DIFFERENT;
        }
        if (differing > 0 || agreeing == 0) {
            throw new UnsupportedException("not certain");
        }
        return new ZeroProof(evaluation).of(evaluation.eval(F.Subtract(a, b))).equals(SAME) ? SAME : DIFFERENT;
    }

    /** Negative where they differ, positive where they agree, 0 where one of them has no real value. */
    private int at(IExpr a, IExpr b, List<String> letters, List<IExpr> point) {
        var x = a;
        var y = b;
        for (int i = 0; i < letters.size(); i++) {
            var letter = evaluation.variable(new Expression.Symbol(letters.get(i)));
            x = F.subst(x, letter, point.get(i));
            y = F.subst(y, letter, point.get(i));
        }
        double left = value(x);
        double right = value(y);
        double difference = value(F.Subtract(x, y));
        if (!Double.isFinite(left) || !Double.isFinite(right) || !Double.isFinite(difference)) {
            return 0;
        }
        return Math.abs(difference) > VISIBLE * Math.max(1, Math.max(Math.abs(left), Math.abs(right))) ? -1 : 1;
    }

    private double value(IExpr e) {
        return evaluation.eval(F.N(e, F.ZZ(DIGITS))).toDoubleDefault(Double.NaN);
    }

    private List<IExpr> point(List<String> letters, int round) {
        var point = new ArrayList<IExpr>();
        for (int i = 0; i < letters.size(); i++) {
            var domain = evaluation.domains().getOrDefault(letters.get(i), Domain.REAL);
            point.add(ToSymja.rational(sample(domain, i + 2 * round, round)));
        }
        return point;
    }

    /** In tenths between the ends of the domain, or near 0 on both sides; no two letters alike. */
    private static Rational sample(Domain domain, int place, int round) {
        var step = Rational.of(1 + place * 7 % 10).dividedBy(Rational.of(11));
        if (domain.wholeNumbers()) {
            return Rational.of(domain.lower().map(low -> 1).orElse(0) + place % 5 + 1);
        }
        if (domain.lower().isPresent() && domain.upper().isPresent()) {
            var low = domain.lower().get();
            return low.plus(domain.upper().get().minus(low).times(step));
        }
        if (domain.lower().isPresent()) {
            return domain.lower().get().plus(step.times(Rational.of(3)));
        }
        if (domain.upper().isPresent()) {
            return domain.upper().get().minus(step.times(Rational.of(3)));
        }
        var value = step.times(Rational.of(2));
        return round % 2 == 0 ? value : value.negate();
    }
}
