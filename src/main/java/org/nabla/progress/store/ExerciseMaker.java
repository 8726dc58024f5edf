package org.nabla.progress.store;

import java.util.Map;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.Seed;
import org.nabla.exercise.check.SecondOpinion;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.template.ExerciseTemplate;

/**
 * Makes exercises with a second opinion.
 *
 * @param generator the first opinion
 */
public record ExerciseMaker(ExerciseGenerator generator, SecondOpinion secondOpinion) {

    /**
     * An exercise and what another route says of it.
     *
     * @param dispute what it finds otherwise; empty where it agrees
     * @param drawn the values of the template's parameters
     */
    record Made(Exercise exercise, String dispute, Map<String, String> drawn) {

        /** One of which nobody knows what was drawn: it has no template. */
        Made(Exercise exercise, String dispute) {
            this(exercise, dispute, Map.of());
        }

        ExerciseStanding standing() {
            return dispute.isEmpty() ? ExerciseStanding.CONFIRMED : ExerciseStanding.DISPUTED;
        }
    }

    Made make(ExerciseTemplate template, Seed seed) {
        var work = generator.work(template, seed);
        return new Made(
                work.exercise(),
                secondOpinion.of(template, work).summary(),
                ExerciseGenerator.drawn(template, work.scope()));
    }
}
