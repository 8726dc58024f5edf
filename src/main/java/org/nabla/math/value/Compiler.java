package org.nabla.math.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.nabla.math.Definitions;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;

/**
 * Makes a {@link Program} of expressions. Sums and products that differ only in the order of their terms come to the same
 * register, so that two trees that are equal but for order and signs of numbers are one.
 */
public final class Compiler {

    /** Beyond it a decimal such as 1e999999999 would fill the heap. */
    private static final int MAX_SCALE = 2_000;

    private static final int MAX_DETERMINANT = 5;

    private final Program program = new Program();
    private final ToIntFunction<String> variables;
    private final Nodes nodes = new Nodes();

    /** @param variables the index of each variable; a name without one cannot be evaluated */
    public Compiler(Map<String, Integer> variables) {
        this.variables = name -> variables.getOrDefault(name, -1);
    }

    public Program program() {
        return program;
    }

    /** The register that holds the value. */
    public int compile(Expression e) {
        return e.accept(nodes);
    }

    private final class Nodes implements PartialVisitor<Integer> {
        @Override
        public Integer otherwise(Expression e) {
            return program.emit(Op.OPAQUE);
        }

        @Override
        public Integer numeral(Expression.Numeral n) {
            return program.constant(n.value());
        }

        @Override
        public Integer decimal(Expression.Decimal d) {
            return Math.abs((long) d.value().scale()) > MAX_SCALE
                    ? program.emit(Op.OPAQUE)
                    : program.constant(Rational.of(d.value()));
        }

        @Override
        public Integer constant(Expression.Constant c) {
            return ofConstant(c);
        }

        @Override
        public Integer symbol(Expression.Symbol s) {
            int index = variables.applyAsInt(s.name());
            return index < 0 ? program.emit(Op.OPAQUE) : program.variable(index);
        }

        @Override
        public Integer sum(Expression.Sum s) {
            return fold(Op.ADD, s.terms());
        }

        @Override
        public Integer product(Expression.Product p) {
            return fold(Op.MULTIPLY, p.factors());
        }

        @Override
        public Integer quotient(Expression.Quotient q) {
            return program.emit(Op.DIVIDE, compile(q.numerator()), compile(q.denominator()));
        }

        @Override
        public Integer negation(Expression.Negation n) {
            return program.emit(Op.NEGATE, compile(n.argument()));
        }

        @Override
        public Integer power(Expression.Power p) {
            return ofPower(p.base(), p.exponent());
        }

        @Override
        public Integer call(Expression.Call c) {
            return ofCall(c);
        }

        @Override
        public Integer and(Expression.And a) {
            return fold(Op.AND, a.conditions());
        }

        @Override
        public Integer or(Expression.Or o) {
            return fold(Op.OR, o.conditions());
        }

        @Override
        public Integer relation(Expression.Relation r) {
            var sides = r.sides().stream().mapToInt(Compiler.this::compile).toArray();
            return IntStream.range(0, r.signs().size())
                    .map(i -> compare(sides[i], r.signs().get(i), sides[i + 1]))
                    .reduce((a, b) -> program.emit(Op.AND, a, b))
                    .orElseGet(() -> program.emit(Op.OPAQUE));
        }
    }

    private int ofConstant(Expression.Constant c) {
        return switch (c) {
            case PI -> program.emit(Op.PI);
            case E -> program.emit(Op.EXP, number(1));
            case I -> program.emit(Op.OPAQUE);
            case INFINITY -> program.emit(Op.UNDEFINED);
        };
    }

    private int fold(Op op, List<Expression> terms) {
        var sorted = new int[terms.size()];
        for (var i = 0; i < sorted.length; i++) {
            sorted[i] = compile(terms.get(i));
        }
        if (sorted.length == 0) {
            return program.emit(Op.OPAQUE);
        }
        Arrays.sort(sorted);
        var folded = sorted[0];
        for (var i = 1; i < sorted.length; i++) {
            folded = program.emit(op, folded, sorted[i]);
        }
        return folded;
    }

    private int ofPower(Expression base, Expression exponent) {
        var b = compile(exponent);
        if (base == Expression.Constant.E) {
            return program.emit(Op.EXP, b);
        }
        var a = compile(base);
        return program.isConstant(b) ? program.power(a, program.constant(b)) : program.emit(Op.POWER, a, b);
    }

    private int ofCall(Expression.Call call) {
        var arguments = call.arguments();
        if (arguments.isEmpty()) {
            return program.emit(Op.OPAQUE);
        }
        var definition = Definitions.of(call);
        if (definition.isPresent()) {
            return compile(definition.orElseThrow());
        }
        return switch (call.function()) {
            case PIECEWISE -> piecewise(arguments, 0);
            case NORM, DOT, DET -> ofVectors(call);
            case MIN -> fold(Op.MIN, arguments);
            case MAX -> fold(Op.MAX, arguments);
            case LOG, ROOT, ATAN2 -> ofTwo(call);
            default -> ofOne(call.function(), compile(arguments.get(0)));
        };
    }

    private int ofOne(Function function, int u) {
        return switch (function) {
            case SIN -> program.emit(Op.SIN, u);
            case COS -> program.emit(Op.COS, u);
            case TAN -> program.emit(Op.DIVIDE, program.emit(Op.SIN, u), program.emit(Op.COS, u));
            case SEC -> program.emit(Op.DIVIDE, number(1), program.emit(Op.COS, u));
            case CSC -> program.emit(Op.DIVIDE, number(1), program.emit(Op.SIN, u));
            case COT -> program.emit(Op.DIVIDE, program.emit(Op.COS, u), program.emit(Op.SIN, u));
            case ARCSIN -> program.emit(Op.ARCSIN, u);
            case ARCCOS -> program.emit(Op.ARCCOS, u);
            case ARCTAN -> program.emit(Op.ARCTAN, u);
            case SINH -> program.emit(Op.SINH, u);
            case COSH -> program.emit(Op.COSH, u);
            case TANH -> program.emit(Op.TANH, u);
            case ARSINH -> program.emit(Op.LN, add(u, squareRoot(add(program.power(u, Rational.of(2)), number(1)))));
            case ARCOSH -> program.emit(Op.LN, add(u, squareRoot(add(program.power(u, Rational.of(2)), number(-1)))));
            case ARTANH ->
                half(program.emit(
                        Op.LN, program.emit(Op.DIVIDE, add(number(1), u), add(number(1), program.emit(Op.NEGATE, u)))));
            case EXP -> program.emit(Op.EXP, u);
            case LN -> program.emit(Op.LN, u);
            case SQRT -> squareRoot(u);
            case CBRT -> program.power(u, Rational.of(1, 3));
            case ABS -> program.emit(Op.ABS, u);
            case SIGN -> program.emit(Op.SIGN, u);
            case FLOOR -> program.emit(Op.FLOOR, u);
            case CEILING -> program.emit(Op.NEGATE, program.emit(Op.FLOOR, program.emit(Op.NEGATE, u)));
            case FACTORIAL -> program.emit(Op.FACTORIAL, u);
            case SIGMOID -> program.emit(Op.DIVIDE, number(1), add(number(1), exp(program.emit(Op.NEGATE, u))));
            case RELU -> program.emit(Op.MAX, number(0), u);
            case SOFTPLUS ->
                add(
                        program.emit(Op.MAX, number(0), u),
                        program.emit(Op.LN, add(number(1), exp(program.emit(Op.NEGATE, program.emit(Op.ABS, u))))));
            case ERF -> program.emit(Op.ERF, u);
            default -> program.emit(Op.OPAQUE);
        };
    }

    private int ofTwo(Expression.Call call) {
        var first = compile(call.arguments().get(0));
        if (call.arguments().size() == 1) {
            return program.emit(Op.LN, first);
        }
        var second = compile(call.arguments().get(1));
        return switch (call.function()) {
            case LOG -> program.emit(Op.DIVIDE, program.emit(Op.LN, first), program.emit(Op.LN, second));
            case ROOT ->
                program.isConstant(second) && !program.constant(second).isZero()
                        ? program.power(first, program.constant(second).inverse())
                        : program.emit(Op.POWER, first, program.emit(Op.DIVIDE, number(1), second));
            default -> angle(first, second);
        };
    }

    /** atan2: the quadrants one by one, so that each is exact. */
    private int angle(int y, int x) {
        var zero = number(0);
        var direct = program.emit(Op.ARCTAN, program.emit(Op.DIVIDE, y, x));
        var pi = program.emit(Op.PI);
        var left = select(
                program.emit(Op.LESS_OR_EQUAL, zero, y), add(direct, pi), add(direct, program.emit(Op.NEGATE, pi)));
        var upright = select(
                program.emit(Op.LESS, zero, y),
                half(pi),
                select(program.emit(Op.LESS, y, zero), program.emit(Op.NEGATE, half(pi)), program.emit(Op.UNDEFINED)));
        return select(program.emit(Op.LESS, zero, x), direct, select(program.emit(Op.LESS, x, zero), left, upright));
    }

    private int piecewise(List<Expression> arguments, int from) {
        var left = arguments.size() - from;
        if (left == 0) {
            return program.emit(Op.UNDEFINED);
        }
        if (left == 1) {
            return compile(arguments.get(from));
        }
        return select(compile(arguments.get(from + 1)), compile(arguments.get(from)), piecewise(arguments, from + 2));
    }

    private int ofVectors(Expression.Call call) {
        var arguments = call.arguments();
        if (call.function() == Function.NORM && arguments.get(0) instanceof Expression.Tuple v) {
            return squareRoot(dot(v.entries(), v.entries()));
        }
        if (call.function() == Function.DOT
                && arguments.size() == 2
                && arguments.get(0) instanceof Expression.Tuple v
                && arguments.get(1) instanceof Expression.Tuple w
                && v.entries().size() == w.entries().size()) {
            return dot(v.entries(), w.entries());
        }
        if (call.function() == Function.DET
                && arguments.get(0) instanceof Expression.Matrix m
                && m.rows().size() <= MAX_DETERMINANT
                && m.rows().stream().allMatch(row -> row.size() == m.rows().size())) {
            var entries = m.rows().stream()
                    .map(row -> row.stream().mapToInt(this::compile).toArray())
                    .toArray(int[][]::new);
            return determinant(entries, 0, (1 << entries.length) - 1);
        }
        return program.emit(Op.OPAQUE);
    }

    private int dot(List<Expression> v, List<Expression> w) {
        var sum = number(0);
        for (var i = 0; i < v.size(); i++) {
            sum = add(sum, program.emit(Op.MULTIPLY, compile(v.get(i)), compile(w.get(i))));
        }
        return sum;
    }

    /** By the row, over the columns whose bits are set. */
    private int determinant(int[][] entries, int row, int columns) {
        if (row == entries.length) {
            return number(1);
        }
        var sum = number(0);
        var negative = false;
        for (var column = 0; column < entries.length; column++) {
            if ((columns & 1 << column) != 0) {
                var minor = determinant(entries, row + 1, columns & ~(1 << column));
                var term = program.emit(Op.MULTIPLY, entries[row][column], minor);
                sum = add(sum, negative ? program.emit(Op.NEGATE, term) : term);
                negative = !negative;
            }
        }
        return sum;
    }

    private int compare(int left, Sign sign, int right) {
        return switch (sign) {
            case EQUAL -> program.emit(Op.EQUAL, left, right, 0);
            case NOT_EQUAL -> program.emit(Op.NOT, program.emit(Op.EQUAL, left, right, 0));
            case LESS -> program.emit(Op.LESS, left, right, 0);
            case LESS_OR_EQUAL -> program.emit(Op.LESS_OR_EQUAL, left, right, 0);
            case GREATER -> program.emit(Op.LESS, right, left, 0);
            case GREATER_OR_EQUAL -> program.emit(Op.LESS_OR_EQUAL, right, left, 0);
        };
    }

    private int number(long value) {
        return program.constant(Rational.of(value));
    }

    private int add(int a, int b) {
        return program.emit(Op.ADD, Math.min(a, b), Math.max(a, b));
    }

    private int half(int a) {
        return program.emit(Op.DIVIDE, a, number(2));
    }

    private int exp(int a) {
        return program.emit(Op.EXP, a);
    }

    private int squareRoot(int a) {
        return program.power(a, Rational.of(1, 2));
    }

    private int select(int condition, int then, int otherwise) {
        return program.emit(Op.SELECT, condition, then, otherwise);
    }
}
