package org.nabla.math.equivalence;

import java.util.HashSet;
import java.util.Set;
import org.nabla.math.Deadline;
import org.nabla.math.canonical.AlgebraicBound;
import org.nabla.math.value.BallMachine;
import org.nabla.math.value.Program;

/** Intermediate results of a number that are zero though no precision shows it, as √2 + √3 − √(5 + 2√6) is. */
final class HiddenZeros {

    private static final int BITS = 512;
    /** What is not nearer to zero than this is not taken for it. */
    private static final int PLACES = 400;

    /** More of them nobody writes, and each costs a run of the program. */
    private static final int MOST = 16;

    private static final double[] NOWHERE = {};

    private HiddenZeros() {}

    /** The registers that are proved to be zero; those that build upon them are looked at in turn. */
    static Set<Integer> of(Program program, Deadline deadline) {
        var zeros = new HashSet<Integer>();
        var machine = new BallMachine(program, BITS);
        machine.run(NOWHERE, i -> !deadline.isPast());
        for (var i = 0; i < program.size() && zeros.size() < MOST && !deadline.isPast(); i++) {
            var value = machine.value(i);
            if (value.isDefined()
                    && value.ball().mayBeZero()
                    && !value.ball().isZero()
                    && value.ball().magnitude() < -PLACES
                    && AlgebraicBound.isZero(program, i, deadline)) {
                zeros.add(i);
                machine = new BallMachine(program, BITS, Set.copyOf(zeros));
                machine.run(NOWHERE, j -> !deadline.isPast());
            }
        }
        return zeros;
    }
}
