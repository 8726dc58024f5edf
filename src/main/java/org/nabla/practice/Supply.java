package org.nabla.practice;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.practice.next.VariantOrder;
import org.nabla.progress.store.ExerciseStore;

/** Makes new variants in the background where somebody has seen most of those that are ready, so that nobody waits. */
@Singleton
class Supply {
    /** With fewer unseen ones than this another one is made. */
    private static final int ENOUGH = 3;

    private static final int MOST_WISHES = 200;
    private static final int AT_ONCE = 5;

    private final ExerciseStore exercises;
    private final Set<Wish> wishes = ConcurrentHashMap.newKeySet();

    private record Wish(ExerciseId template, Seed seed) {}

    Supply(ExerciseStore exercises) {
        this.exercises = exercises;
    }

    /** Notes what will soon be missing. */
    void look(VariantOrder order, ExerciseId template, Collection<Seed> ready, Set<Seed> seen) {
        if (wishes.size() >= MOST_WISHES) {
            return;
        }
        if (ready.stream().filter(seed -> !seen.contains(seed)).count() < ENOUGH) {
            order.toMake(ready, false).ifPresent(seed -> wishes.add(new Wish(template, seed)));
        }
        if (order.example(ready, seen).isEmpty()) {
            order.toMake(ready, true).ifPresent(seed -> wishes.add(new Wish(template, seed)));
        }
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void make() {
        wishes.stream().limit(AT_ONCE).toList().forEach(wish -> {
            wishes.remove(wish);
            exercises.find(wish.template(), wish.seed());
        });
    }
}
