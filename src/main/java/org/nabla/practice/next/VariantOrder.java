package org.nabla.practice.next;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;

/**
 * In which order one learner meets the variants of one template: an order of their own, so that two who sit side by side see
 * other numbers, and nobody sees the same again before all were seen. Every fifth is kept for examples.
 */
public final class VariantOrder {
    private static final int ONE_IN = 5;

    private final long learner;
    private final ExerciseId template;

    public VariantOrder(long learner, ExerciseId template) {
        this.learner = learner;
        this.template = template;
    }

    /**
     * The first that was not seen.
     *
     * @param ready those that can be served at once; taken before all others
     * @param seen those that were answered, or whose way was shown
     */
    public Seed next(Collection<Seed> ready, Set<Seed> seen) {
        return unseen(ready, seen)
                .or(() ->
                        first(IntStream.range(0, Seed.COUNT).mapToObj(Seed::new).toList(), seen, false))
                .or(() ->
                        first(IntStream.range(0, Seed.COUNT).mapToObj(Seed::new).toList(), Set.of(), false))
                .orElseThrow();
    }

    /** The first of those that are ready; empty where all were seen. */
    public Optional<Seed> unseen(Collection<Seed> ready, Set<Seed> seen) {
        return first(ready, seen, false);
    }

    /** One to look at: none that was answered, and none that will be asked as long as there is another. */
    public Optional<Seed> example(Collection<Seed> ready, Set<Seed> seen) {
        return first(ready, seen, true)
                .or(() ->
                        ready.stream().filter(seed -> !seen.contains(seed)).max(Comparator.comparingLong(this::place)));
    }

    /** The one that is made next, so that there is another unseen one. */
    public Optional<Seed> toMake(Collection<Seed> ready, boolean forExample) {
        return first(IntStream.range(0, Seed.COUNT).mapToObj(Seed::new).toList(), Set.copyOf(ready), forExample);
    }

    private Optional<Seed> first(Collection<Seed> from, Set<Seed> without, boolean forExample) {
        return from.stream()
                .filter(seed -> !without.contains(seed))
                .filter(seed -> (Long.remainderUnsigned(place(seed), ONE_IN) == 0) == forExample)
                .min(Comparator.comparingLong(this::place));
    }

    /** As if thrown by dice, and always the same (the finalizer of SplitMix64). */
    private long place(Seed seed) {
        var z = learner * 0x9E3779B97F4A7C15L + template.value().hashCode() * 0xD1B54A32D192ED03L + seed.value();
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
