package org.nabla.math.equivalence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.nabla.math.Deadline;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.Substitution;
import org.nabla.math.value.Compiler;
import org.nabla.math.value.IntervalMachine;
import org.nabla.math.value.PrecisePoint;
import org.nabla.math.value.PrecisePoint.Finding;

/**
 * The search for a point that tells two functions apart where letters stand in exponents. A power of a negative number has a
 * value only for some exponents, none of which is met by chance: (a^b)^c and a^(b·c) differ at a = −1, b = 2, c = 1/2. So simple
 * fractions are put in for the letters in exponents, exactly, and negative numbers for the others.
 */
final class NegativeBases {

    private static final List<Rational> EXPONENTS = List.of(
            Rational.of(2),
            Rational.of(1, 2),
            Rational.of(1),
            Rational.of(3),
            Rational.of(-1),
            Rational.of(3, 2),
            Rational.of(1, 3),
            Rational.of(2, 3),
            Rational.of(-2),
            Rational.of(1, 4),
            Rational.of(4));

    private static final double[] BASES = {-1, -2, 2, -0.5, 3, -3, 1};
    private static final int MOST_EXPONENTS = EXPONENTS.size() * EXPONENTS.size();
    private static final int POINTS = 2 * BASES.length;
    private static final long SEED = 0x6e6567L;
    private static final int BITS = 128;
    private static final Duration LIMIT_OF_SECOND = Duration.ofMillis(200);

    private final Expression response;
    private final Expression key;
    private final Map<String, Domain> variables;
    private final Deadline deadline;
    private final TreeSet<String> exponents = new TreeSet<>();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private boolean cutOff;

    NegativeBases(Expression response, Expression key, Map<String, Domain> variables, Deadline deadline) {
        this.response = response;
        this.key = key;
        this.variables = variables;
        this.deadline = deadline;
    }

    /** Whether time ran out before all points were looked at. */
    boolean isCutOff() {
        return cutOff;
    }

    /** A difference at a point at which intervals and balls are certain that both have a value. */
    Optional<Equivalence> refute() {
        collect(response);
        collect(key);
        if (exponents.isEmpty()) {
            return Optional.empty();
        }
        for (var values : choices(List.copyOf(exponents))) {
            var found = refuteWith(values);
            if (found.isPresent()) {
                return found;
            }
            if (deadline.isPast()) {
                cutOff = true;
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The letters in exponents of what may be negative. */
    private void collect(Expression e) {
        e.children().forEach(this::collect);
        if (e instanceof Power power && mayBeNegative(power.base())) {
            exponents.addAll(power.exponent().symbols());
        } else if (e.isCallOf(Function.ROOT) && mayBeNegative(e.children().get(0))) {
            exponents.addAll(e.children().get(1).symbols());
        }
    }

    private boolean mayBeNegative(Expression base) {
        if (base instanceof Expression.Symbol letter) {
            return domain(letter.name())
                    .lower()
                    .filter(low -> low.signum() >= 0)
                    .isEmpty();
        }
        return !(base instanceof Constant)
                && Rationals.of(base).filter(value -> value.signum() >= 0).isEmpty();
    }

    private Domain domain(String letter) {
        return variables.getOrDefault(letter, Domain.REAL);
    }

    /** Which values the letters in exponents have together: all there are of one or two letters, some of more. */
    private List<Map<String, Rational>> choices(List<String> letters) {
        var chosen = new ArrayList<Map<String, Rational>>();
        var all = (int) Math.min(MOST_EXPONENTS, Math.pow(EXPONENTS.size(), letters.size()));
        for (var number = 0; number < all; number++) {
            var values = new HashMap<String, Rational>();
            var rest = number;
            for (var letter : letters) {
                var index = letters.size() > 2 ? random.nextInt(EXPONENTS.size()) : rest % EXPONENTS.size();
                rest /= EXPONENTS.size();
                values.put(letter, EXPONENTS.get(index));
            }
            if (values.entrySet().stream()
                    .allMatch(entry -> domain(entry.getKey()).contains(entry.getValue()))) {
                chosen.add(values);
            }
        }
        return chosen;
    }

    private Optional<Equivalence> refuteWith(Map<String, Rational> values) {
        var numerals = new HashMap<String, Expression>();
        values.forEach((letter, value) -> numerals.put(letter, new Numeral(value)));
        var left = Substitution.replace(response, numerals);
        var right = Substitution.replace(key, numerals);
        var names = List.copyOf(Expression.symbolsOf(left, right));
        var indexes = new HashMap<String, Integer>();
        names.forEach(name -> indexes.put(name, indexes.size()));
        var compiler = new Compiler(indexes);
        var r = compiler.compile(left);
        var k = compiler.compile(right);
        if (r == k) {
            return Optional.empty();
        }
        var machine = new IntervalMachine(compiler.program());
        for (var number = 0; number < (names.isEmpty() ? 1 : POINTS); number++) {
            var point = point(names, number);
            if (point.isEmpty()) {
                continue;
            }
            machine.run(point.get());
            if (machine.differ(r, k) && isCertain(compiler, r, k, point.get())) {
                var at = new HashMap<>(values);
                for (var i = 0; i < names.size(); i++) {
                    at.put(names.get(i), SamplePoints.exactly(point.get()[i]));
                }
                return Optional.of(Equivalence.different(
                        new Equivalence.Counterexample(at, machine.middle(r), machine.middle(k))));
            }
        }
        return Optional.empty();
    }

    private static boolean isCertain(Compiler compiler, int left, int right, double[] point) {
        return new PrecisePoint(compiler.program(), left, right, BITS, new Deadline(LIMIT_OF_SECOND)).at(point)
                == Finding.DIFFERENT;
    }

    private Optional<double[]> point(List<String> names, int number) {
        var point = new double[names.size()];
        for (var i = 0; i < point.length; i++) {
            // All the same, or each letter the next one.
            point[i] = BASES[(number + i * (number % 2)) % BASES.length];
            if (!domain(names.get(i)).contains(SamplePoints.exactly(point[i]))) {
                return Optional.empty();
            }
        }
        return Optional.of(point);
    }
}
