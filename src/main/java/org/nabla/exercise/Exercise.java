package org.nabla.exercise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nabla.grading.AnswerSpec;

/**
 * A template made concrete by a seed: all that a page shows and the checker needs, as plain data that can be kept as JSON.
 * Prose is text with mathematics as LaTeX between dollars ({@code $…$} inline, {@code $$…$$} displayed) and
 * {@code *emphasis*}; every value is already put in.
 *
 * @param version of the template; a change on purpose raises it
 * @param skills ids of the curriculum, the main one first
 * @param level 1 warm-up to 5 challenge
 * @param hints in the order in which they are opened; none contains the answer
 * @param solution the worked way, ending at the answer
 * @param python a NumPy snippet that prints the answer
 */
public record Exercise(
        ExerciseId template,
        int version,
        Seed seed,
        String title,
        List<String> skills,
        int level,
        String prompt,
        List<Part> parts,
        List<String> hints,
        List<String> solution,
        Optional<Figure> figure,
        Optional<String> python) {

    /**
     * An option of an answer that says how much it counts for mastery: 1 where nothing is said, ½ for a number that a program
     * found, 0 for one that says nothing of what somebody can do.
     */
    public static final String WEIGHT = "weight";

    public Exercise {
        skills = List.copyOf(skills);
        parts = List.copyOf(parts);
        hints = List.copyOf(hints);
        solution = List.copyOf(solution);
    }

    /** How much a first answer counts for mastery: from 0, nothing, to 1, the usual. */
    public double weight() {
        return parts.stream()
                .flatMap(part -> part.answer().options().getOrDefault(WEIGHT, List.of()).stream())
                .mapToDouble(Double::parseDouble)
                .min()
                .orElse(1);
    }

    /** The same with other parts. */
    public Exercise with(List<Part> other) {
        return new Exercise(
                template, version, seed, title, skills, level, prompt, other, hints, solution, figure, python);
    }

    /**
     * What has one answer box.
     *
     * @param id {@code a}, {@code b}, …: unique in the exercise, stable over seeds
     * @param label prose beside the box, such as {@code $\nabla f(1, 2) =$}
     */
    public record Part(String id, String label, AnswerSpec answer) {
        /** The option of an answer that says which of the template's mistakes are left, by their numbers there. */
        public static final String LEFT = "left";

        /** The option with the answers that a teacher has accepted beside the key. */
        public static final String ALSO = "also";

        /** The same, at which these answers are right too. */
        public Part accepting(List<String> also) {
            var options = new LinkedHashMap<>(answer.options());
            options.put(ALSO, also);
            return new Part(
                    id,
                    label,
                    new AnswerSpec(answer.kind(), answer.value(), answer.variables(), options, answer.mistakes()));
        }

        /** The answers that are right beside the key, each as a key of its own. */
        public List<AnswerSpec> alternatives() {
            return answer.options().getOrDefault(ALSO, List.of()).stream()
                    .map(text ->
                            new AnswerSpec(answer.kind(), keys(text), answer.variables(), answer.options(), List.of()))
                    .toList();
        }

        /** A key of several entries is typed with commas between them, mostly in brackets. */
        private List<String> keys(String text) {
            return answer.value().size() == 1
                    ? List.of(text)
                    : Stream.of(text.strip().replaceAll("^[{(\\[]|[})\\]]$", "").split(",(?![^(\\[{]*[)\\]}])"))
                            .map(String::strip)
                            .toList();
        }

        /**
         * The number by which the template knows a mistake of this exercise: where some of the template's are none for the
         * drawn values, the others move up. A word for a mistake that the checker found by itself stays as it is.
         */
        public String mistakeOfTemplate(String mistake) {
            var left = answer.options().getOrDefault(LEFT, List.of());
            return mistake.matches("\\d{1,4}") && Integer.parseInt(mistake) < left.size()
                    ? left.get(Integer.parseInt(mistake))
                    : mistake;
        }
    }

    /**
     * A picture as data: computed by the server, drawn by the browser.
     *
     * @param kind {@code contour}, {@code curve}, {@code surface}, {@code field}, {@code region}, …
     * @param data what the drawing needs: numbers, texts, lists and maps of these
     * @param alternative a sentence that says in words what the figure shows
     */
    public record Figure(String kind, Map<String, Object> data, String alternative) {}
}
