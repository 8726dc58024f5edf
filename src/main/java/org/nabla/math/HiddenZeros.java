package org.nabla.math;

import java.util.HashSet;
import java.util.Set;

/** Intermediate results of a number that are zero though no precision shows it, as √2 + √3 − √(5 + 2√6) is. */
final class HiddenZeros {

    private static final int BITS = 512;
    /** What is not nearer to zero than this is not taken for it. */
    private static final int PLACES = 400;

    private static final double[] NOWHERE = {};

    private HiddenZeros() {}

    /** The registers that are proved to be zero; those that build upon them are looked at in turn. */
    static Set<Integer> of(Program program) {
        var zeros = new HashSet<Integer>();
        var machine = new BallMachine(program, BITS);
        machine.run(NOWHERE, i -> true);
        for (var i = 0; i < program.size(); i++) {
            var value = machine.value(i);
            if (value.isDefined()
                    && value.ball().mayBeZero()
                    && !value.ball().isZero()
                    && value.ball().magnitude() < -PLACES
                    && AlgebraicBound.isZero(program, i)) {
                zeros.add(i);
                machine = new BallMachine(program, BITS, Set.copyOf(zeros));
                machine.run(NOWHERE, j -> true);
            }
        }
        return zeros;
    }
}
