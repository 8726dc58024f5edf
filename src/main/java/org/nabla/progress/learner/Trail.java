package org.nabla.progress.learner;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.ExerciseId;

/**
 * The way of a learner so far, by first answers to exercises.
 *
 * @param steps the latest, from new to old; what is told later is left out
 * @param seen by template, of all times
 */
public record Trail(List<Step> steps, Map<ExerciseId, Seen> seen) {
    /** As far back as anybody looks. */
    public static final int STEPS = 40;

    /** Of somebody who has answered nothing. */
    public static final Trail NONE = new Trail(List.of(), Map.of());

    public Trail {
        steps = List.copyOf(steps);
        seen = Map.copyOf(seen);
    }

    /** @param right whether all of it was, with or without help */
    public record Step(ExerciseId template, boolean right, Instant at) {}

    /**
     * @param answers how many exercises of the template were answered
     * @param successes how many of them rightly and without help
     */
    public record Seen(int answers, int successes) {
        public static final Seen NEVER = new Seen(0, 0);

        /** With one more answer. */
        public Seen plus(boolean success) {
            return new Seen(answers + 1, successes + (success ? 1 : 0));
        }
    }

    /** The template of the newest step. */
    public Optional<ExerciseId> last() {
        return steps.stream().findFirst().map(Step::template);
    }

    public Seen of(ExerciseId template) {
        return seen.getOrDefault(template, Seen.NEVER);
    }
}
