package org.nabla.math.equivalence;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Cas;
import org.nabla.math.Deadline;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.canonical.CanonicalForm;
import org.nabla.math.equivalence.Equivalence.Evidence;
import org.nabla.math.equivalence.Equivalence.Relationship;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Compiler;
import org.nabla.math.value.PrecisePoint;
import org.nabla.math.value.PrecisePoint.Finding;
import org.nabla.math.value.Program;

/** One comparison of two expressions, step by step through the cascade that {@link EquivalenceChecker} describes. */
final class Comparison {

    /** Kept back from the algebra system for the precise points after it. */
    private static final Duration RESERVE = Duration.ofMillis(100);

    private static final Duration LIMIT_OF_PROOF = Duration.ofMillis(500);

    /** Where enough points agree to fifty digits, a proof only says why: what it takes longer for is not worth the wait. */
    private static final Duration LIMIT_OF_REASON = Duration.ofMillis(50);

    /** The same with the wait for a turn, or for a worker that is not there yet. */
    private static final Duration LIMIT_OF_TURN = Duration.ofMillis(60);

    /** For a second look at a difference that was found, which is not thrown away because it came late. */
    private static final Duration LIMIT_OF_SECOND = Duration.ofMillis(200);

    private static final int[] MANY_BITS = {640, 4_096};

    private final Expression response;
    private final Expression key;
    private final Map<String, Domain> variables;
    private final Deadline deadline;
    private final Cas cas;
    private final Contradiction.Listener listener;
    private final List<String> names;
    private final Map<String, Integer> indexes;
    private final Program program;
    private final int left;
    private final int right;
    /** Whether the algebra system was asked and did not answer. */
    private boolean silent;

    Comparison(
            Expression response,
            Expression key,
            Map<String, Domain> variables,
            Deadline deadline,
            Cas cas,
            Contradiction.Listener listener) {
        this.listener = listener;
        this.response = response;
        this.key = key;
        this.variables = variables;
        this.deadline = deadline;
        this.cas = cas;
        names = List.copyOf(Expression.symbolsOf(response, key));
        indexes = new HashMap<>();
        for (var i = 0; i < names.size(); i++) {
            indexes.put(names.get(i), i);
        }
        var compiler = new Compiler(indexes);
        right = compiler.compile(key);
        left = compiler.compile(response);
        program = compiler.program();
    }

    Equivalence decide() {
        if (!names.isEmpty()) {
            return decideFunctions();
        }
        var found = new NumberComparison(program, left, right, deadline)
                .decide(response, key, () -> provedByAlgebra(deadline.left()));
        return found.relationship() == Relationship.UNKNOWN && (silent || deadline.isPast())
                ? Equivalence.cutOff()
                : found;
    }

    private Equivalence decideFunctions() {
        var domains = names.stream()
                .map(name -> variables.getOrDefault(name, Domain.REAL))
                .toList();
        var samples = new Sampling(program, left, right, domains, deadline);
        var refutation = samples.refute();
        if (refutation.isPresent()) {
            return refuted(refutation.orElseThrow(), samples);
        }
        if (samples.isCutOff()) {
            return Equivalence.cutOff();
        }
        if (samples.isProvedUndefined()) {
            return Equivalence.different();
        }
        if (left == right && (samples.isDefinedTogether() || response.equals(key))) {
            return Equivalence.same(Evidence.IDENTICAL);
        }
        var bases = new NegativeBases(response, key, variables, deadline);
        var difference = bases.refute();
        return difference.isEmpty() && bases.isCutOff()
                ? Equivalence.cutOff()
                : difference.orElseGet(() -> decidePrecisely(samples));
    }

    /** A difference in intervals is one for balls too, or a bug of ours. */
    private Equivalence refuted(double[] point, Sampling samples) {
        var second = new PrecisePoint(program, left, right, 128, new Deadline(LIMIT_OF_SECOND)).at(point);
        return second == Finding.AGREE
                ? disagreement("intervals differ at " + Arrays.toString(point), "balls agree there")
                : different(point, samples);
    }

    /** The algebra system decides where two contradict each other; where it cannot, nobody knows. */
    private Equivalence disagreement(String first, String second) {
        var third = provedByAlgebra(LIMIT_OF_PROOF) ? Equivalence.same(Evidence.PROVED) : Equivalence.unknown();
        listener.heard(new Contradiction(response, key, variables, first, second, third));
        return third;
    }

    private Equivalence decidePrecisely(Sampling samples) {
        var canonical = samples.isDefinedTogether() && CanonicalForm.same(response, key, variables, deadline);
        if (canonical && samples.agreesClosely()) {
            return Equivalence.same(Evidence.IDENTICAL);
        }
        var agreements = 0;
        var precise = new PrecisePoint(program, left, right, 256, deadline);
        for (var point : samples.precisePoints()) {
            switch (precise.at(point)) {
                case DIFFERENT -> {
                    return canonical
                            ? disagreement(
                                    "the canonical form is the same", "balls differ at " + Arrays.toString(point))
                            : different(point, samples);
                }
                case AGREE -> agreements++;
                default -> {}
            }
        }
        if (canonical && agreements > 0) {
            return Equivalence.same(Evidence.IDENTICAL);
        }
        var small = smallDifference(samples.precisePoints());
        if (small.isPresent()) {
            return small.orElseThrow();
        }
        if (deadline.isPast()) {
            return Equivalence.cutOff();
        }
        if (agreements >= Sampling.ENOUGH && (provedByCases() || provedByDerivatives())) {
            return Equivalence.same(Evidence.PROVED);
        }
        boolean known = agreements >= Sampling.ENOUGH;
        if (known && provedByAlgebra(LIMIT_OF_REASON, LIMIT_OF_TURN)
                || !known && (agreements > 0 || samples.agreesClosely()) && provedByAlgebra(LIMIT_OF_PROOF)) {
            return Equivalence.same(Evidence.PROVED);
        }
        return agreements >= Sampling.ENOUGH
                ? Equivalence.same(Evidence.SAMPLED)
                : silent || deadline.isPast() ? Equivalence.cutOff() : Equivalence.unknown();
    }

    /**
     * A point at which the two differ by less than their size lets many digits show, as e^(e^5) + y and e^(e^5) do: in their
     * difference the large terms cancel before anything is rounded. That is a rule of ours, so that it counts only where
     * enough digits of the trees as they were typed say the same; otherwise nothing is known.
     */
    private Optional<Equivalence> smallDifference(List<double[]> points) {
        var compiler = new Compiler(indexes);
        var zero = compiler.compile(new Expression.Numeral(Rational.ZERO));
        var difference = compiler.compile(Tidy.tidy(difference(), variables));
        var cancelled = new PrecisePoint(compiler.program(), difference, zero, 256, deadline);
        var suspected = points.stream()
                .filter(point -> cancelled.at(point) == Finding.DIFFERENT)
                .findFirst();
        for (var bits : MANY_BITS) {
            var digits = new PrecisePoint(program, left, right, bits, deadline);
            var certain = suspected.stream()
                    .filter(point -> digits.at(point) == Finding.DIFFERENT)
                    .findFirst()
                    .or(() -> points.stream()
                            .limit(bits == MANY_BITS[0] ? 2 : 0)
                            .filter(point -> digits.at(point) == Finding.DIFFERENT)
                            .findFirst());
            if (certain.isPresent()) {
                return Optional.of(Equivalence.different());
            }
            if (suspected.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(deadline.isPast() ? Equivalence.cutOff() : Equivalence.unknown());
    }

    private boolean provedByCases() {
        return new Casework(variables, (a, b) -> CanonicalForm.same(a, b, variables, deadline)).proves(response, key);
    }

    private boolean provedByDerivatives() {
        return names.size() == 1
                && new ConstantDifference(names.get(0), variables.getOrDefault(names.get(0), Domain.REAL), deadline)
                        .proves(response, key, program, left, right);
    }

    private Expression difference() {
        return new Expression.Sum(List.of(response, new Expression.Negation(key)));
    }

    private boolean provedByAlgebra(Duration limit) {
        return provedByAlgebra(limit, deadline.left());
    }

    /** @param total with the wait for a turn */
    private boolean provedByAlgebra(Duration limit, Duration total) {
        var most = deadline.left().minus(RESERVE);
        var left = most.compareTo(total) < 0 ? most : total;
        if (left.isNegative()) {
            silent = true;
            return false;
        }
        var budget = new Cas.Budget(left, left.compareTo(limit) < 0 ? left : limit);
        var answer = cas.ask(Cas.Operation.PROVE_ZERO, List.of(difference()), variables, budget);
        silent |= answer.either(found -> false, reason -> reason != Cas.Reason.UNSUPPORTED);
        return answer.found().filter(Rationals.write(0)::equals).isPresent();
    }

    private Equivalence different(double[] point, Sampling samples) {
        var machine = samples.machineAt(point);
        if (!machine.differ(left, right) || !isVisible(machine.middle(left), machine.middle(right))) {
            return Equivalence.different();
        }
        var at = new HashMap<String, Rational>();
        for (var i = 0; i < point.length; i++) {
            at.put(names.get(i), SamplePoints.exactly(point[i]));
        }
        return Equivalence.different(new Equivalence.Counterexample(at, machine.middle(left), machine.middle(right)));
    }

    /** Whether a reader who sees some ten digits sees a difference. */
    private static boolean isVisible(double a, double b) {
        return Math.abs(a - b) > 1e-9 * Math.max(Math.abs(a), Math.abs(b));
    }
}
