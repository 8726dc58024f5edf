package org.nabla.bench;

import java.util.List;
import java.util.Map;
import org.nabla.math.Domain;
import org.nabla.math.equivalence.Equivalence;
import org.nabla.math.equivalence.Equivalence.Evidence;
import org.nabla.math.Expression;
import org.nabla.math.reading.Reading;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading a response, and the steps of the cascade, each on the pairs of the tests that it decides. */
@State(Scope.Benchmark)
public class Comparing {

    private record Pair(Expression response, Expression key, Map<String, Domain> letters) {
        static Pair of(Case c) {
            return new Pair(c.answer(), c.key(), c.letters());
        }

        Equivalence compare(Checkers checkers) {
            return checkers.equivalence.compare(response, key, letters);
        }
    }

    private final Rotation<Case> texts = new Rotation<>(OwnCases.all());
    private Rotation<Pair> refuted = new Rotation<>(List.of());
    private Rotation<Pair> identical = new Rotation<>(List.of());
    private Rotation<Pair> proved = new Rotation<>(List.of());

    @Setup
    public void sortByEvidence(Checkers checkers) {
        var pairs = OwnCases.all().stream().map(Pair::of).toList();
        refuted = new Rotation<>(decidedBy(Evidence.REFUTED, pairs, checkers));
        identical = new Rotation<>(decidedBy(Evidence.IDENTICAL, pairs, checkers));
        proved = new Rotation<>(decidedBy(Evidence.PROVED, pairs, checkers));
    }

    private static List<Pair> decidedBy(Evidence evidence, List<Pair> pairs, Checkers checkers) {
        return pairs.stream()
                .filter(pair -> pair.compare(checkers).evidence() == evidence)
                .toList();
    }

    @Benchmark
    public Reading parse() {
        return texts.next().readResponse();
    }

    @Benchmark
    public Equivalence refute(Checkers checkers) {
        return refuted.next().compare(checkers);
    }

    @Benchmark
    public Equivalence identical(Checkers checkers) {
        return identical.next().compare(checkers);
    }

    @Benchmark
    public Equivalence prove(Checkers checkers) {
        return proved.next().compare(checkers);
    }
}
