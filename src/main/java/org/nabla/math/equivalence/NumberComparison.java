package org.nabla.math.equivalence;

import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.nabla.math.Deadline;
import org.nabla.math.Expression;
import org.nabla.math.canonical.AlgebraicBound;
import org.nabla.math.canonical.CanonicalForm;
import org.nabla.math.equivalence.Equivalence.Evidence;
import org.nabla.math.value.ExactNumbers;
import org.nabla.math.value.IntervalMachine;
import org.nabla.math.value.IntervalMachine.State;
import org.nabla.math.value.PrecisePoint;
import org.nabla.math.value.PrecisePoint.Finding;
import org.nabla.math.value.Program;

/** Compares two numbers exactly: the same only with a proof, different only where bounds exclude equality. */
final class NumberComparison {

    private static final double[] NOWHERE = {};

    private final Program program;
    private final int left;
    private final int right;
    private final Deadline deadline;

    NumberComparison(Program program, int left, int right, Deadline deadline) {
        this.program = program;
        this.left = left;
        this.right = right;
        this.deadline = deadline;
    }

    /** What is found, and what a last resort says where nothing else decides. */
    Equivalence decide(Expression response, Expression key, BooleanSupplier provedByAlgebra) {
        var machine = new IntervalMachine(program);
        machine.run(NOWHERE);
        if (machine.state(left) == State.UNDEFINED || machine.state(right) == State.UNDEFINED) {
            return Equivalence.different();
        }
        if (left == right && machine.state(right) == State.DEFINED) {
            return Equivalence.same(Evidence.IDENTICAL);
        }
        if (machine.differ(left, right)) {
            return Equivalence.different(
                    new Equivalence.Counterexample(Map.of(), machine.middle(left), machine.middle(right)));
        }
        return decidePrecisely(response, key, provedByAlgebra);
    }

    private Equivalence decidePrecisely(Expression response, Expression key, BooleanSupplier provedByAlgebra) {
        var isDefined = false;
        Set<Integer> zeros = Set.of();
        for (var bits : ExactNumbers.PRECISIONS) {
            var finding = new PrecisePoint(program, left, right, bits, zeros, deadline).at(NOWHERE);
            if (finding == Finding.UNCERTAIN && zeros.isEmpty()) {
                zeros = HiddenZeros.of(program, deadline);
                finding = zeros.isEmpty()
                        ? finding
                        : new PrecisePoint(program, left, right, bits, zeros, deadline).at(NOWHERE);
            }
            if (finding.isRefutation()) {
                return Equivalence.different();
            }
            if (finding == Finding.AGREE && !isDefined) {
                isDefined = true;
                if (left == right || CanonicalForm.same(response, key, Map.of(), deadline)) {
                    return Equivalence.same(Evidence.IDENTICAL);
                }
                if (isProvedByBound()) {
                    return Equivalence.same(Evidence.PROVED);
                }
            }
            if (deadline.isPast()) {
                return Equivalence.unknown();
            }
        }
        return isDefined && provedByAlgebra.getAsBoolean() ? Equivalence.same(Evidence.PROVED) : Equivalence.unknown();
    }

    private boolean isProvedByBound() {
        return AlgebraicBound.bits(program, left, right)
                .filter(bits -> new PrecisePoint(program, left, right, bits + 64, deadline).isCloserThan(NOWHERE, bits))
                .isPresent();
    }
}
