package org.nabla.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.nabla.exercise.Exercise;

/**
 * An exercise as JSON says it: what is asked, and nothing that tells the answer.
 *
 * @param prompt text with mathematics as LaTeX between dollars
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExerciseAnswer(
        String template,
        int version,
        long seed,
        String title,
        List<String> skills,
        int level,
        String prompt,
        List<Part> parts) {

    /**
     * What has one answer box.
     *
     * @param variables the letters that may be used, each with its domain
     * @param options of a choice; empty otherwise
     */
    record Part(String id, String label, String kind, Map<String, String> variables, List<String> options) {

        static Part of(Exercise.Part part) {
            var answer = part.answer();
            return new Part(
                    part.id(),
                    part.label(),
                    answer.kind(),
                    answer.variables(),
                    answer.options().getOrDefault("options", List.of()));
        }
    }

    static ExerciseAnswer of(Exercise exercise) {
        return new ExerciseAnswer(
                exercise.template().value(),
                exercise.version(),
                exercise.seed().value(),
                exercise.title(),
                exercise.skills(),
                exercise.level(),
                exercise.prompt(),
                exercise.parts().stream().map(Part::of).toList());
    }
}
