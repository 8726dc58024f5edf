package org.nabla.progress.store;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.template.ExerciseTemplate;

/**
 * Makes variants of each template ahead, and confirms those that were made before that was asked, one after another in the
 * background, while the machine has nothing better to do. What is there already is not made again.
 */
@Singleton
class Preparation {
    /** How long one turn lasts; the next one comes soon. */
    private static final long TURN = TimeUnit.SECONDS.toNanos(4);

    /** How many that are not confirmed are, after a start; those beyond are when somebody asks for them. */
    private static final int MOST_OPEN = 10_000;

    private final ExerciseCatalogue catalogue;
    private final ExerciseStore exercises;
    private final ExerciseRepository kept;
    private final QuietMaker quiet;
    private final Idleness idleness;
    private final PreparedConfig config;
    private @Nullable Queue<Variant> left;
    private int made;

    Preparation(
            ExerciseCatalogue catalogue,
            ExerciseStore exercises,
            ExerciseRepository kept,
            QuietMaker quiet,
            Idleness idleness,
            PreparedConfig config) {
        this.catalogue = catalogue;
        this.exercises = exercises;
        this.kept = kept;
        this.quiet = quiet;
        this.idleness = idleness;
        this.config = config;
    }

    // Whoever opens the site after its start comes first.
    @Scheduled(every = "5s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void prepare() {
        if (config.variants() == 0) {
            return;
        }
        var plan = left;
        if (plan == null) {
            plan = plan();
            left = plan;
        }
        var begun = System.nanoTime();
        while (!plan.isEmpty() && idleness.isIdle() && System.nanoTime() - begun < TURN) {
            var before = System.nanoTime();
            var next = plan.element();
            if (exercises.look(next.template(), next.seed(), quiet.maker()) instanceof Lookup.NotYet) {
                return; // algebra is busy or away: another time
            }
            plan.remove();
            made++;
            if (plan.isEmpty()) {
                Log.infof("%d exercises were made or confirmed ahead; all are ready", made);
            }
            // As much rest as work, so that one processor is never busy with this alone.
            if (!rest(System.nanoTime() - before)) {
                return;
            }
        }
    }

    private static boolean rest(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** First one variant of each template, then the second of each: all are soon of use. Then what is not confirmed. */
    private Queue<Variant> plan() {
        // Newcomers begin with the easy ones.
        var byLevel = catalogue.all().stream()
                .sorted(Comparator.comparing(ExerciseTemplate::level))
                .toList();
        var there = new HashSet<>(QuarkusTransaction.joiningExisting().call(() -> kept.settled(config.variants())));
        var plan = new ArrayDeque<Variant>();
        for (var seed = 0; seed < config.variants(); seed++) {
            for (var template : byLevel) {
                var variant = new Variant(template.id(), template.version(), new Seed(seed));
                if (there.add(variant)) {
                    plan.add(variant);
                }
            }
        }
        QuarkusTransaction.joiningExisting().call(() -> kept.open(MOST_OPEN)).stream()
                .filter(variant -> catalogue
                        .find(variant.template())
                        .filter(template -> template.version() == variant.version())
                        .isPresent())
                .filter(there::add)
                .forEach(plan::add);
        return plan;
    }
}
