package org.nabla.math.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nabla.math.Rational;

/**
 * Expressions as straight-line code over registers, equal parts shared: the form in which doubles, intervals and balls
 * evaluate them. Instruction i writes register i and reads only lower ones.
 */
public final class Program {

    private static final long MAX_FOLDED_BITS = 4_000;

    /** One instruction: operands are registers, except where {@link Op} says otherwise. */
    private record Instruction(Op op, int a, int b, int c) {}

    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<Instruction, Integer> registers = new HashMap<>();
    private final List<Rational> constants = new ArrayList<>();
    private final Map<Rational, Integer> constantIndex = new HashMap<>();

    public int size() {
        return instructions.size();
    }

    public Op op(int register) {
        return instructions.get(register).op();
    }

    public int a(int register) {
        return instructions.get(register).a();
    }

    public int b(int register) {
        return instructions.get(register).b();
    }

    int c(int register) {
        return instructions.get(register).c();
    }

    /** The fraction of a {@link Op#CONSTANT} or the exponent of a {@link Op#POWER_RATIONAL}. */
    public Rational constant(int register) {
        var instruction = instructions.get(register);
        return constants.get(instruction.op() == Op.CONSTANT ? instruction.a() : instruction.b());
    }

    public boolean isConstant(int register) {
        return op(register) == Op.CONSTANT;
    }

    public int constant(Rational value) {
        return emit(Op.CONSTANT, indexOf(value), 0, 0);
    }

    int variable(int index) {
        return emit(Op.VARIABLE, index, 0, 0);
    }

    int emit(Op op) {
        return emit(op, 0, 0, 0);
    }

    int emit(Op op, int a) {
        if (op == Op.NEGATE && isConstant(a)) {
            return constant(constant(a).negate());
        }
        if (op == Op.NEGATE && op(a) == Op.NEGATE) {
            return a(a);
        }
        return emit(op, a, 0, 0);
    }

    int emit(Op op, int a, int b) {
        if (isConstant(a) && isConstant(b)) {
            var x = constant(a);
            var y = constant(b);
            if (bits(x) + bits(y) <= MAX_FOLDED_BITS) {
                if (op == Op.ADD) {
                    return constant(x.plus(y));
                }
                if (op == Op.MULTIPLY) {
                    return constant(x.times(y));
                }
                if (op == Op.DIVIDE) {
                    return y.isZero() ? emit(Op.UNDEFINED) : constant(x.dividedBy(y));
                }
            }
        }
        return emit(op, a, b, 0);
    }

    int power(int base, Rational exponent) {
        if (exponent.isOne()) {
            return base;
        }
        if (!exponent.isInteger()) {
            return emit(Op.POWER_RATIONAL, base, indexOf(exponent), 0);
        }
        if (exponent.numerator().bitLength() > 31) {
            return emit(Op.POWER, base, constant(exponent), 0);
        }
        var n = exponent.numerator().intValueExact();
        if (isConstant(base) && bits(constant(base)) * Math.abs((long) n) <= MAX_FOLDED_BITS) {
            var value = constant(base);
            return value.isZero() && n < 0 ? emit(Op.UNDEFINED) : constant(value.pow(n));
        }
        return emit(Op.POWER_INTEGER, base, n, 0);
    }

    int emit(Op op, int a, int b, int c) {
        var instruction = new Instruction(op, a, b, c);
        var known = registers.get(instruction);
        if (known != null) {
            return known;
        }
        instructions.add(instruction);
        registers.put(instruction, instructions.size() - 1);
        return instructions.size() - 1;
    }

    private int indexOf(Rational value) {
        return constantIndex.computeIfAbsent(value, v -> {
            constants.add(v);
            return constants.size() - 1;
        });
    }

    private static long bits(Rational value) {
        return (long) value.numerator().bitLength() + value.denominator().bitLength();
    }
}
