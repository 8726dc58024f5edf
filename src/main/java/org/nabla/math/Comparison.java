package org.nabla.math;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Equivalence.Evidence;
import org.nabla.math.Equivalence.Relationship;
import org.nabla.math.IntervalMachine.State;

/** One comparison of two expressions, step by step through the cascade that {@link EquivalenceChecker} describes. */
final class Comparison {

    /** Kept back from the algebra system for the precise points after it. */
    private static final Duration RESERVE = Duration.ofMillis(100);

    private final Expression response;
    private final Expression key;
    private final Map<String, Domain> variables;
    private final Deadline deadline;
    private final Cas cas;
    private final List<String> names;
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
        var indexes = new HashMap<String, Integer>();
        for (var i = 0; i < names.size(); i++) {
            indexes.put(names.get(i), i);
        }
        var compiler = new Compiler(indexes);
        right = compiler.compile(key);
        left = compiler.compile(response);
        program = compiler.program();
    }

    Equivalence decide() {
        return names.isEmpty() ? decideNumbers() : decideFunctions();
    }

    private Equivalence decideNumbers() {
        var point = new double[0];
        var machine = new IntervalMachine(program);
        machine.run(point);
        if (machine.state(left) == State.UNDEFINED || machine.state(right) == State.UNDEFINED) {
            return different(Optional.empty());
        }
        if (left == right && machine.state(right) == State.DEFINED) {
            return Equivalence.same(Evidence.IDENTICAL);
        }
        if (differ(machine)) {
            return different(Optional.of(counterexample(point, machine)));
        }
        for (var bits : ExactNumbers.PRECISIONS) {
            var precise = new PrecisePoint(program, left, right, bits, deadline);
            switch (precise.at(point)) {
                case DIFFERENT -> {
                    return different(Optional.empty());
                }
                case ONLY_KEY_DEFINED, KEY_UNDEFINED -> {
                    return different(Optional.empty());
                }
                default -> {}
            }
            if (left == right && precise.keyIsDefined()) {
                return Equivalence.same(Evidence.IDENTICAL);
            }
        }
        return provedByAlgebra() ? Equivalence.same(Evidence.PROVED) : Equivalence.unknown();
    }

    private Equivalence decideFunctions() {
        var domains = names.stream()
                .map(name -> variables.getOrDefault(name, Domain.REAL))
                .toList();
        var samples = new Sampling(program, left, right, domains, deadline);
        var refutation = samples.refute();
        if (refutation.isPresent()) {
            return different(refutation
                    .map(point -> counterexample(point, samples.machineAt(point)))
                    .filter(c -> !Double.isNaN(c.left()) && !Double.isNaN(c.right())));
        }
        if (samples.keyIsNowhereDefined()) {
            return samples.responseIsNowhereDefined() ? different(Optional.empty()) : Equivalence.unknown();
        }
        if (left == right) {
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
                    return different(Optional.of(counterexample(point, samples.machineAt(point))));
                }
                case AGREE -> agreements++;
                default -> {}
            }
        }
        if (provedByAlgebra()) {
            return Equivalence.same(Evidence.PROVED);
        }
        return agreements >= Sampling.ENOUGH ? Equivalence.same(Evidence.SAMPLED) : Equivalence.unknown();
    }

    private boolean provedByAlgebra() {
        var left = deadline.left().minus(RESERVE);
        if (left.isNegative()) {
            return false;
        }
        var difference = new Expression.Sum(List.of(response, new Expression.Negation(key)));
        var answer = cas.ask(Cas.Operation.PROVE_ZERO, List.of(difference), variables, left);
        return answer instanceof Cas.Answer.Found found
                && found.expression() instanceof Expression.Numeral n
                && n.value().isZero();
    }

    private boolean differ(IntervalMachine machine) {
        return machine.state(left) == State.DEFINED
                && machine.state(right) == State.DEFINED
                && (machine.high(left) < machine.low(right) || machine.high(right) < machine.low(left));
    }

    private Equivalence.Counterexample counterexample(double[] point, IntervalMachine machine) {
        var at = new HashMap<String, Rational>();
        for (var i = 0; i < point.length; i++) {
            at.put(names.get(i), SamplePoints.exactly(point[i]));
        }
        return new Equivalence.Counterexample(Map.copyOf(at), machine.middle(left), machine.middle(right));
    }

    private static Equivalence different(Optional<Equivalence.Counterexample> counterexample) {
        return new Equivalence(Relationship.DIFFERENT, Evidence.REFUTED, counterexample);
    }

    /** The letters in order, for messages and tests. */
    List<String> names() {
        return new ArrayList<>(names);
    }
}
