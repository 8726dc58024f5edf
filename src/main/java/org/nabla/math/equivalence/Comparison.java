package org.nabla.math.equivalence;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Cas;
import org.nabla.math.Deadline;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.Symbols;
import org.nabla.math.canonical.CanonicalForm;
import org.nabla.math.equivalence.Equivalence.Evidence;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Compiler;
import org.nabla.math.value.PrecisePoint;
import org.nabla.math.value.Program;

/** One comparison of two expressions, step by step through the cascade that {@link EquivalenceChecker} describes. */
final class Comparison {

    /** Kept back from the algebra system for the precise points after it. */
    private static final Duration RESERVE = Duration.ofMillis(100);

    /** Where points to fifty digits agree, a proof only says why: what it takes longer for is not worth the wait. */
    private static final Duration LIMIT_OF_PROOF = Duration.ofMillis(500);

    private final Expression response;
    private final Expression key;
    private final Map<String, Domain> variables;
    private final Deadline deadline;
    private final Cas cas;
    private final List<String> names;
    private final Map<String, Integer> indexes;
    private final Program program;
    private final int left;
    private final int right;

    Comparison(Expression response, Expression key, Map<String, Domain> variables, Deadline deadline, Cas cas) {
        this.response = response;
        this.key = key;
        this.variables = variables;
        this.deadline = deadline;
        this.cas = cas;
        names = List.copyOf(Symbols.of(response, key));
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
        return names.isEmpty()
                ? new NumberComparison(program, left, right, deadline)
                        .decide(response, key, () -> provedByAlgebra(deadline.left()))
                : decideFunctions();
    }

    private Equivalence decideFunctions() {
        var domains = names.stream()
                .map(name -> variables.getOrDefault(name, Domain.REAL))
                .toList();
        var samples = new Sampling(program, left, right, domains, deadline);
        var refutation = samples.refute();
        if (refutation.isPresent()) {
            return different(refutation.orElseThrow(), samples);
        }
        if (samples.isProvedUndefined()) {
            return Equivalence.different();
        }
        if (left == right && (samples.isDefinedTogether() || response.equals(key))) {
            return Equivalence.same(Evidence.IDENTICAL);
        }
        return decidePrecisely(samples);
    }

    private Equivalence decidePrecisely(Sampling samples) {
        if (samples.isDefinedTogether() && CanonicalForm.same(response, key, variables, deadline)) {
            return Equivalence.same(Evidence.IDENTICAL);
        }
        var agreements = 0;
        for (var point : samples.precisePoints()) {
            var precise = new PrecisePoint(program, left, right, 256, deadline);
            switch (precise.at(point)) {
                case DIFFERENT -> {
                    return different(point, samples);
                }
                case AGREE -> agreements++;
                default -> {}
            }
        }
        if (provedByAlgebra(LIMIT_OF_PROOF)) {
            return Equivalence.same(Evidence.PROVED);
        }
        if (agreements < Sampling.ENOUGH) {
            return Equivalence.unknown();
        }
        return smallDifference(samples.precisePoints())
                .map(point -> different(point, samples))
                .orElse(Equivalence.same(Evidence.SAMPLED));
    }

    /**
     * A point at which the two differ by less than their size lets many digits show, as e^(e^5) + y and e^(e^5) do: in their
     * difference the large terms cancel before anything is rounded, and some more digits show what is left.
     */
    private Optional<double[]> smallDifference(List<double[]> points) {
        var compiler = new Compiler(indexes);
        var zero = compiler.compile(new Expression.Numeral(Rational.ZERO));
        var difference = compiler.compile(Tidy.tidy(difference(), variables));
        var cancelled = new PrecisePoint(compiler.program(), difference, zero, 256, deadline);
        var digits = new PrecisePoint(program, left, right, 640, deadline);
        return points.stream()
                .filter(point -> cancelled.at(point) == PrecisePoint.Finding.DIFFERENT)
                .findFirst()
                .or(() -> points.stream()
                        .limit(2)
                        .filter(point -> digits.at(point) == PrecisePoint.Finding.DIFFERENT)
                        .findFirst());
    }

    private Expression difference() {
        return new Expression.Sum(List.of(response, new Expression.Negation(key)));
    }

    private boolean provedByAlgebra(Duration limit) {
        var left = deadline.left().minus(RESERVE);
        if (left.isNegative()) {
            return false;
        }
        var budget = new Cas.Budget(left, left.compareTo(limit) < 0 ? left : limit);
        var answer = cas.ask(Cas.Operation.PROVE_ZERO, List.of(difference()), variables, budget);
        return answer instanceof Cas.Answer.Found found
                && found.expression() instanceof Expression.Numeral n
                && n.value().isZero();
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
        return Equivalence.different(
                new Equivalence.Counterexample(Map.copyOf(at), machine.middle(left), machine.middle(right)));
    }

    /** Whether a reader who sees some ten digits sees a difference. */
    private static boolean isVisible(double a, double b) {
        return Math.abs(a - b) > 1e-9 * Math.max(Math.abs(a), Math.abs(b));
    }
}
