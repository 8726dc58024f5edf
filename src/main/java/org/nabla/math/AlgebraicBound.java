package org.nabla.math;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How small an algebraic number can be without being zero. A number made of fractions, roots and the sines and cosines of
 * rational multiples of π is a quotient U/L of algebraic integers in a field of degree D; with u and l above the sizes of all
 * their conjugates, a number that is not zero is at least 1/(u^(D−1) l). So enough bits decide whether it is zero.
 *
 * @see <a href="https://doi.org/10.1007/s00453-009-9329-5">Burnikel, Funke, Mehlhorn, Schirra, Schmitt: A separation bound for
 *     real algebraic expressions</a>
 */
final class AlgebraicBound {

    private static final double MAX_BITS = 12_000;

    /** Base 2 logarithms of u and l. */
    private record Size(double u, double l) {
        Size plus(Size other) {
            return new Size(1 + Math.max(u + other.l, l + other.u), l + other.l);
        }

        Size times(Size other) {
            return new Size(u + other.u, l + other.l);
        }

        Size inverse() {
            return new Size(l, u);
        }

        Size power(double n) {
            return n >= 0 ? new Size(u * n, l * n) : new Size(-l * n, -u * n);
        }

        Size root(double n) {
            return new Size((u + (n - 1) * l) / n, l);
        }

        Size or(Size other) {
            return new Size(Math.max(u, other.u), Math.max(l, other.l));
        }
    }

    private final Program program;
    private final Map<Integer, Size> sizes = new HashMap<>();
    private final Set<Long> roots = new HashSet<>();
    private double degree = 1;
    /** All the angles are multiples of a whole turn over it. */
    private long turn = 1;

    private AlgebraicBound(Program program) {
        this.program = program;
    }

    /**
     * The bits after the point with which the difference of two registers, if it is not zero, is seen not to be.
     *
     * @return nothing for a number that is not algebraic, or whose bound is out of reach
     */
    static Optional<Integer> bits(Program program, int left, int right) {
        var bound = new AlgebraicBound(program);
        return bound.size(left)
                .flatMap(a -> bound.size(right).flatMap(b -> {
                    var difference = a.plus(b);
                    var fields = bound.degree * totient(bound.turn);
                    var bits = (fields - 1) * Math.max(0, difference.u) + difference.l + 4;
                    return bits < MAX_BITS ? Optional.of((int) Math.ceil(bits)) : Optional.empty();
                }));
    }

    private Optional<Size> size(int register) {
        var known = sizes.get(register);
        if (known != null) {
            return Optional.of(known);
        }
        var found = compute(register);
        found.ifPresent(size -> sizes.put(register, size));
        return found;
    }

    private Optional<Size> compute(int i) {
        var a = program.a(i);
        return switch (program.op(i)) {
            case CONSTANT -> {
                var value = program.constant(i);
                yield Optional.of(new Size(
                        value.numerator().bitLength(), value.denominator().bitLength()));
            }
            case ADD -> both(i).map(s -> s[0].plus(s[1]));
            case MULTIPLY -> both(i).map(s -> s[0].times(s[1]));
            case DIVIDE -> both(i).map(s -> s[0].times(s[1].inverse()));
            case MIN, MAX -> both(i).map(s -> s[0].or(s[1]));
            case NEGATE, ABS -> size(a);
            case POWER_INTEGER -> size(a).map(s -> s.power(program.b(i)));
            case POWER_RATIONAL -> {
                var exponent = program.constant(i);
                var n = exponent.denominator().doubleValue();
                if (roots.add(a * 100_000L + exponent.denominator().longValue() % 100_000L)) {
                    degree *= n;
                }
                yield size(a).map(s -> s.root(n).power(exponent.numerator().doubleValue()));
            }
            case SIN, COS -> multipleOfPi(a).flatMap(this::wave);
            default -> Optional.empty();
        };
    }

    private Optional<Size[]> both(int i) {
        return size(program.a(i)).flatMap(x -> size(program.b(i)).map(y -> new Size[] {x, y}));
    }

    /** Sine and cosine are half the sum or difference of two roots of unity. */
    private Optional<Size> wave(Rational timesPi) {
        if (timesPi.denominator().bitLength() > 10) {
            return Optional.empty();
        }
        var order = 4 * timesPi.denominator().longValueExact();
        turn = turn / gcd(turn, order) * order;
        return turn < 1_000_000 ? Optional.of(new Size(1, 1)) : Optional.empty();
    }

    private Optional<Rational> multipleOfPi(int i) {
        var a = program.a(i);
        var b = program.b(i);
        return switch (program.op(i)) {
            case PI -> Optional.of(Rational.ONE);
            case CONSTANT -> program.constant(i).isZero() ? Optional.of(Rational.ZERO) : Optional.empty();
            case NEGATE -> multipleOfPi(a).map(Rational::negate);
            case ADD -> multipleOfPi(a).flatMap(x -> multipleOfPi(b).map(x::plus));
            case MULTIPLY ->
                program.isConstant(a)
                        ? multipleOfPi(b).map(program.constant(a)::times)
                        : program.isConstant(b) ? multipleOfPi(a).map(program.constant(b)::times) : Optional.empty();
            case DIVIDE ->
                program.isConstant(b) ? multipleOfPi(a).map(x -> x.dividedBy(program.constant(b))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Euler's φ. */
    private static long totient(long n) {
        var result = n;
        var rest = n;
        for (var p = 2L; p * p <= rest; p++) {
            if (rest % p == 0) {
                result -= result / p;
                while (rest % p == 0) {
                    rest /= p;
                }
            }
        }
        return rest > 1 ? result - result / rest : result;
    }
}
