package org.nabla.math.value;

import java.util.HashMap;
import java.util.List;
import org.nabla.math.Expression;
import org.nabla.math.value.IntervalMachine.State;

/**
 * An expression over boxes of its variables, with bounds that surely hold its values. One of these serves one thread, and
 * speaks of the box that was looked at last.
 */
public final class Bounds {

    private final Program program;
    private final int result;
    private final IntervalMachine machine;

    private Bounds(Program program, int result) {
        this.program = program;
        this.result = result;
        machine = new IntervalMachine(program);
    }

    /** @param variables the names in the order in which {@link #look} gets their values */
    public static Bounds of(Expression e, List<String> variables) {
        var indexes = new HashMap<String, Integer>();
        for (var i = 0; i < variables.size(); i++) {
            indexes.put(variables.get(i), i);
        }
        var compiler = new Compiler(indexes);
        var result = compiler.compile(e);
        return new Bounds(compiler.program(), result);
    }

    /** Looks at the box between two points. */
    public Bounds look(double[] from, double[] to) {
        machine.run(from, to);
        return this;
    }

    /** Whether there is a value everywhere in the box. */
    public boolean isDefined() {
        return machine.state(result) == State.DEFINED;
    }

    /** Whether there is no value anywhere in the box. */
    public boolean isUndefined() {
        return machine.state(result) == State.UNDEFINED;
    }

    /** No value in the box is less; only where it is defined. */
    public double low() {
        return machine.low(result);
    }

    /** No value in the box is larger; only where it is defined. */
    public double high() {
        return machine.high(result);
    }

    /** Whether something by which is divided, or of which a logarithm is taken, may be zero in the box. */
    public boolean mayDivideByZero() {
        for (var i = 0; i < program.size(); i++) {
            var divisor = switch (program.op(i)) {
                case DIVIDE -> program.b(i);
                case LN -> program.a(i);
                default -> -1;
            };
            if (divisor >= 0
                    && machine.state(divisor) == State.DEFINED
                    && machine.low(divisor) <= 0
                    && machine.high(divisor) >= 0) {
                return true;
            }
        }
        return false;
    }
}
