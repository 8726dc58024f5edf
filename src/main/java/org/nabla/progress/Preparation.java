package org.nabla.progress;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.template.ExerciseTemplate;

/**
 * Makes variants of each template ahead, one after another in the background, so that a page finds its exercise ready. A
 * template of which none can be made is named in the log and left out of the catalogue.
 */
@ApplicationScoped
class Preparation {
    private final ExerciseCatalogue catalogue;
    private final ExerciseStore exercises;
    private final PreparedConfig config;
    private boolean done;

    Preparation(ExerciseCatalogue catalogue, ExerciseStore exercises, PreparedConfig config) {
        this.catalogue = catalogue;
        this.exercises = exercises;
        this.config = config;
    }

    /** First one variant of each template, then the second of each: all are soon of use. */
    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void prepare() {
        if (done) {
            return;
        }
        // Newcomers begin with the easy ones.
        var byLevel = catalogue.all().stream()
                .sorted(Comparator.comparing(ExerciseTemplate::level))
                .toList();
        for (var seed = 0; seed < config.variants(); seed++) {
            for (var template : byLevel) {
                exercises.find(template.id(), new Seed(seed));
            }
        }
        done = true;
        Log.infof(
                "%d variants of %d templates are ready",
                config.variants(), catalogue.all().size());
    }
}
