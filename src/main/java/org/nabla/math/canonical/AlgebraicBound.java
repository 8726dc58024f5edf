package org.nabla.math.canonical;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.nabla.math.Deadline;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.value.BallMachine;
import org.nabla.math.value.Compiler;
import org.nabla.math.value.Program;

/**
 * How small an algebraic number can be without being zero. A number made of fractions, roots and the sines and cosines of
 * rational multiples of π is a quotient U/L of algebraic integers in a field of degree D; with u and l above the sizes of all
 * their conjugates, a number that is not zero is at least 1/(u^(D−1) l). So enough bits decide whether it is zero.
 *
 * @see <a href="https://doi.org/10.1007/s00453-009-9329-5">Burnikel, Funke, Mehlhorn, Schirra, Schmitt: A separation bound for
 *     real algebraic expressions</a>
 */
public final class AlgebraicBound {

    private static final double MAX_BITS = 8_000;
    private static final double LN2 = 0.6931471805599453;

    /**
     * Base 2 logarithms of u and l.
     *
     * @param whole L where it is a positive whole number, which keeps sums small; otherwise zero
     */
    private record Size(double u, double l, BigInteger whole) {

        static Size of(Rational value) {
            return new Size(log2(value.numerator().abs()), log2(value.denominator()), value.denominator());
        }

        Size plus(Size other) {
            if (isWhole() && other.isWhole()) {
                var common = whole.divide(whole.gcd(other.whole)).multiply(other.whole);
                var left = u + log2(common.divide(whole));
                var right = other.u + log2(common.divide(other.whole));
                return new Size(sum(left, right), log2(common), common);
            }
            return new Size(sum(u + other.l, l + other.u), l + other.l, BigInteger.ZERO);
        }

        Size times(Size other) {
            return new Size(u + other.u, l + other.l, whole.multiply(other.whole));
        }

        Size inverse() {
            return new Size(l, u, BigInteger.ZERO);
        }

        Size power(int n) {
            return n >= 0
                    ? new Size(u * n, l * n, l * n < 10_000 ? whole.pow(n) : BigInteger.ZERO)
                    : new Size(-l * n, -u * n, BigInteger.ZERO);
        }

        Size root(double n) {
            return new Size((u + (n - 1) * l) / n, l, whole);
        }

        Size or(Size other) {
            return new Size(Math.max(u, other.u), Math.max(l, other.l), BigInteger.ZERO);
        }

        private boolean isWhole() {
            return whole.signum() > 0;
        }

        /** The logarithm of a sum of two powers of 2. */
        private static double sum(double a, double b) {
            return Math.max(a, b) + StrictMath.log1p(StrictMath.pow(2, -Math.abs(a - b))) / LN2 + 1e-9;
        }

        private static double log2(BigInteger n) {
            return n.bitLength() < 1_000
                    ? Math.max(0, StrictMath.log(Math.max(1, n.doubleValue())) / LN2 + 1e-9)
                    : n.bitLength();
        }
    }

    private final Program program;
    private final Map<Integer, Size> sizes = new HashMap<>();
    private final Set<Long> roots = new HashSet<>();
    /** For each square root of a fraction the primes under it that occur an odd number of times. */
    private final List<Set<BigInteger>> squareRoots = new ArrayList<>();

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
    public static Optional<Integer> bits(Program program, int left, int right) {
        var bound = new AlgebraicBound(program);
        return bound.size(left).flatMap(a -> bound.size(right).flatMap(b -> bound.bits(a.plus(b))));
    }

    /** The same for one register. */
    public static Optional<Integer> bits(Program program, int register) {
        var bound = new AlgebraicBound(program);
        return bound.size(register).flatMap(bound::bits);
    }

    private Optional<Integer> bits(Size number) {
        var fields = degree * totient(turn) * degreeOfSquareRoots();
        var bits = (fields - 1) * Math.max(0, number.u) + number.l + 4;
        return bits < MAX_BITS ? Optional.of((int) Math.ceil(bits)) : Optional.empty();
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
            case CONSTANT -> Optional.of(Size.of(program.constant(i)));
            case ADD -> both(i).map(s -> s[0].plus(s[1]));
            case MULTIPLY -> both(i).map(s -> s[0].times(s[1]));
            case DIVIDE ->
                both(i).map(s -> s[0].times(
                        program.isConstant(program.b(i))
                                ? Size.of(program.constant(program.b(i)).inverse())
                                : s[1].inverse()));
            case MIN, MAX -> both(i).map(s -> s[0].or(s[1]));
            case NEGATE, ABS -> size(a);
            case POWER_INTEGER -> size(a).map(s -> s.power(program.b(i)));
            case POWER_RATIONAL -> {
                var exponent = program.constant(i);
                if (exponent.numerator().bitLength() > 16
                        || exponent.denominator().bitLength() > 16) {
                    yield Optional.empty();
                }
                var n = exponent.denominator().doubleValue();
                if (n == 2 && program.isConstant(a)) {
                    squareRoots.add(oddPrimes(program.constant(a)));
                } else if (roots.add(a * 100_000L + exponent.denominator().longValue() % 100_000L)) {
                    degree *= n;
                }
                yield size(a).map(s -> s.root(n).power(exponent.numerator().intValue()));
            }
            case SIN, COS -> multipleOfPi(a).flatMap(this::wave);
            default -> Optional.empty();
        };
    }

    private static Set<BigInteger> oddPrimes(Rational value) {
        var odd = new HashSet<BigInteger>();
        Stream.of(value.numerator().abs(), value.denominator())
                .flatMap(n -> Ring.primes(n).entrySet().stream())
                .filter(prime -> prime.getValue() % 2 == 1)
                .forEach(prime -> odd.add(prime.getKey()));
        return odd;
    }

    /**
     * Two to the power of how many square roots are independent: √6 adds nothing to √2 and √3, and √p nothing to the roots of
     * unity of an order that is a multiple of 4p.
     */
    private double degreeOfSquareRoots() {
        var independent = new ArrayList<Set<BigInteger>>();
        for (var primes : squareRoots) {
            var rest = new TreeSet<>(primes);
            rest.removeIf(p -> p.bitLength() < 20
                    && turn % (p.intValue() == 2 ? 8 : p.intValue() % 4 == 1 ? p.intValue() : 4L * p.intValue()) == 0);
            for (var other : independent) {
                if (rest.contains(Collections.max(other))) {
                    var both = new TreeSet<>(rest);
                    both.retainAll(other);
                    rest.addAll(other);
                    rest.removeAll(both);
                }
            }
            if (!rest.isEmpty()) {
                independent.add(rest);
                independent.sort((x, y) -> Collections.max(y).compareTo(Collections.max(x)));
            }
        }
        return Math.pow(2, independent.size());
    }

    /** Whether an algebraic number is zero; false where that is not known. */
    public static boolean isZero(Expression number, Deadline deadline) {
        var compiler = new Compiler(Map.of());
        var result = compiler.compile(number);
        return isZero(compiler.program(), result, deadline);
    }

    public static boolean isZero(Program program, int register, Deadline deadline) {
        return bits(program, register)
                .filter(bits -> {
                    var machine = new BallMachine(program, bits + 64);
                    machine.run(new double[0], i -> i <= register && !deadline.isPast());
                    var value = machine.value(register);
                    return value.isDefined() && value.ball().magnitude() < -bits;
                })
                .isPresent();
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
        return turn < 1_000_000 ? Optional.of(new Size(1, 1, BigInteger.TWO)) : Optional.empty();
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
