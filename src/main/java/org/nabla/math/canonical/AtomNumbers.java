package org.nabla.math.canonical;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.nabla.math.value.Compiler;
import org.nabla.math.value.ExactNumbers;
import org.nabla.math.value.IntervalMachine;
import org.nabla.math.value.IntervalMachine.State;

/** What is known of atoms that are numbers from their values. */
final class AtomNumbers {

    private static final double[] NOWHERE = {};
    private static final int DIGITS = 30;

    private final AtomExpressions write;

    AtomNumbers(Atoms atoms) {
        this.write = new AtomExpressions(atoms);
    }

    /** 1 or −1 where it is a number whose sign shows in doubles; otherwise 0. */
    int sign(int atom) {
        var number = write.ofAtom(atom);
        if (number.hasSymbol()) {
            return 0;
        }
        var compiler = new Compiler(java.util.Map.of());
        var result = compiler.compile(number);
        var machine = new IntervalMachine(compiler.program());
        machine.run(NOWHERE);
        if (machine.state(result) != State.DEFINED) {
            return 0;
        }
        return machine.low(result) > 0 ? 1 : machine.high(result) < 0 ? -1 : 0;
    }

    /** The whole number below it, where that is not in doubt. */
    Optional<BigInteger> floor(Polynomial u) {
        var number = write.of(u);
        if (u.isConstant() || number.hasSymbol()) {
            return Optional.empty();
        }
        return ExactNumbers.enclose(number, DIGITS).flatMap(bounds -> {
            var low = bounds.lower().setScale(0, RoundingMode.FLOOR);
            return low.compareTo(bounds.upper().setScale(0, RoundingMode.FLOOR)) == 0
                    ? Optional.of(low.toBigIntegerExact())
                    : Optional.empty();
        });
    }
}
