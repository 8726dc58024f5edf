package org.nabla.math.equivalence;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.nabla.math.Deadline;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Rational;
import org.nabla.math.Substitution;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.canonical.CanonicalForm;
import org.nabla.math.value.IntervalMachine;
import org.nabla.math.value.IntervalMachine.State;
import org.nabla.math.value.Kinks;
import org.nabla.math.value.Op;
import org.nabla.math.value.Program;

/**
 * Proves two functions of one variable the same by their derivatives: where these are the same all over an interval on which both
 * functions are defined, and the functions agree at one number in it, they agree everywhere.
 */
final class ConstantDifference {

    private static final List<Rational> NUMBERS = List.of(
            Rational.ONE,
            Rational.ZERO,
            Rational.of(1, 2),
            Rational.of(2),
            Rational.MINUS_ONE,
            Rational.of(-1, 2),
            Rational.of(3));

    /** Into so many pieces an interval is cut until both have bounds on each. */
    private static final int PIECES = 400;

    private final String variable;
    private final Domain domain;
    private final Map<String, Domain> domains;
    private final Deadline deadline;

    ConstantDifference(String variable, Domain domain, Deadline deadline) {
        this.variable = variable;
        this.domain = domain;
        this.domains = Map.of(variable, domain);
        this.deadline = deadline;
    }

    boolean proves(Expression response, Expression key, Program program, int left, int right) {
        if (domain.withoutZero() || domain.wholeNumbers() || !isSmooth(program) || !isDefined(program, left, right)) {
            return false;
        }
        try {
            return CanonicalForm.same(
                            Derivative.of(response, variable, domains),
                            Derivative.of(key, variable, domains),
                            domains,
                            deadline)
                    && agreeSomewhere(response, key);
        } catch (UndifferentiableException | ArithmeticException thereIsNone) {
            return false;
        }
    }

    private boolean agreeSomewhere(Expression response, Expression key) {
        return NUMBERS.stream().filter(domain::contains).anyMatch(number -> {
            Map<String, Expression> at = Map.of(variable, new Numeral(number));
            return CanonicalForm.same(
                    Substitution.replace(response, at), Substitution.replace(key, at), Map.of(), deadline);
        });
    }

    private static boolean isSmooth(Program program) {
        for (var i = 0; i < program.size(); i++) {
            if (program.op(i) == Op.FLOOR || program.op(i) == Op.SELECT || program.op(i) == Op.FACTORIAL) {
                return false;
            }
        }
        return new Kinks(program).count() == 0;
    }

    /** Whether both have bounds on pieces that together are the whole domain. */
    private boolean isDefined(Program program, int left, int right) {
        var machine = new IntervalMachine(program);
        var range = Range.of(domain);
        var pieces = new ArrayDeque<double[]>();
        pieces.add(new double[] {
            range.lowClosed() ? range.low() : Math.nextUp(range.low()),
            range.highClosed() ? range.high() : Math.nextDown(range.high())
        });
        for (var tried = 0; !pieces.isEmpty(); tried++) {
            var piece = pieces.removeLast();
            machine.run(new double[] {piece[0]}, new double[] {piece[1]});
            if (machine.state(left) == State.DEFINED && machine.state(right) == State.DEFINED) {
                continue;
            }
            var middle = middle(piece[0], piece[1]);
            if (tried > PIECES || deadline.isPast() || !(middle > piece[0] && middle < piece[1])) {
                return false;
            }
            pieces.add(new double[] {piece[0], middle});
            pieces.add(new double[] {middle, piece[1]});
        }
        return true;
    }

    /** Far out by sizes, near in by halves. */
    private static double middle(double low, double high) {
        if (low < 0 && high > 0) {
            return 0;
        }
        var near = Math.min(Math.abs(low), Math.abs(high));
        var far = Math.max(Math.abs(low), Math.abs(high));
        if (far <= 4 * near || far < 1e-3 && near > 0) {
            return low + (high - low) / 2;
        }
        var size = Math.sqrt(Math.max(near, 1e-300)) * Math.sqrt(Math.min(far, 1e300));
        return low < 0 ? -size : size;
    }
}
