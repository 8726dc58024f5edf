package org.nabla.authoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.Exercise;

/** An exercise as its author looks at it: with answers, mistakes and help. */
record VariantView(
        long seed,
        String title,
        String prompt,
        Optional<Figure> figure,
        List<Part> parts,
        List<String> hints,
        List<String> solution,
        Optional<String> python) {

    /** A picture with its text. */
    record Figure(Map<String, Object> data, String alternative) {}

    /** A box with its answer. @param options of a choice */
    record Part(String label, String kind, String answer, List<String> options, List<Mistake> mistakes) {}

    /** A wrong answer with what is said of it. */
    record Mistake(String value, String feedback) {}

    static VariantView of(Exercise exercise) {
        return new VariantView(
                exercise.seed().value(),
                exercise.title(),
                exercise.prompt(),
                exercise.figure().map(f -> new Figure(f.data(), f.alternative())),
                exercise.parts().stream().map(VariantView::part).toList(),
                exercise.hints(),
                exercise.solution(),
                exercise.python());
    }

    private static Part part(Exercise.Part part) {
        var answer = part.answer();
        return new Part(
                part.label(),
                answer.kind(),
                String.join("; ", answer.value()),
                answer.options().getOrDefault("options", List.of()),
                answer.mistakes().stream()
                        .map(m -> new Mistake(m.value(), m.feedback()))
                        .toList());
    }
}
