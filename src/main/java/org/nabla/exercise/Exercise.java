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

    public Exercise {
        skills = List.copyOf(skills);
        parts = List.copyOf(parts);
        hints = List.copyOf(hints);
        solution = List.copyOf(solution);
    }

    /** How much a first answer counts for mastery: from 0, nothing, to 1, the usual. */
    public double weight() {
        return parts.stream().mapToDouble(part -> part.weight().share()).min().orElse(1);
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
     * @param left which of the template's mistakes are left, by their numbers there from 0; empty where all are
     * @param carry on what it is judged beside its own key; empty where an earlier mistake is not carried forward
     * @param steps the steps that are to be put in order, as they are shown; empty where nothing is ordered
     * @param weight how much it counts for mastery
     * @param also the answers that a teacher has accepted beside the key
     */
    public record Part(
            String id,
            String label,
            AnswerSpec answer,
            List<Integer> left,
            Optional<Carry> carry,
            List<String> steps,
            Weight weight,
            List<String> also) {

        public Part {
            left = List.copyOf(left);
            steps = List.copyOf(steps);
            also = List.copyOf(also);
        }

        /** What has an answer and nothing else: all mistakes of its template, judged on its key alone, of the usual weight. */
        public static Part of(String id, String label, AnswerSpec answer) {
            return new Part(id, label, answer, List.of(), Optional.empty(), List.of(), Weight.FULL, List.of());
        }

        /** The same, at which these answers are right too. */
        public Part accepting(List<String> others) {
            return new Part(id, label, answer, left, carry, steps, weight, others);
        }

        /** The same with this prose beside the box. */
        public Part labeled(String prose) {
            return new Part(id, prose, answer, left, carry, steps, weight, also);
        }

        /** The same with this weight. */
        public Part weighing(Weight other) {
            return new Part(id, label, answer, left, carry, steps, other, also);
        }

        /** The same where these of the template's mistakes are left. */
        public Part leaving(List<Integer> mistakes) {
            return new Part(id, label, answer, mistakes, carry, steps, weight, also);
        }

        /** The answers that are right beside the key, each as a key of its own. */
        public List<AnswerSpec> alternatives() {
            return also.stream()
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
            return mistake.matches("\\d{1,4}") && Integer.parseInt(mistake) < left.size()
                    ? left.get(Integer.parseInt(mistake)).toString()
                    : mistake;
        }

        /** As it was written when all this stood among the options of the answer: digests of exercises are taken of it. */
        @Override
        public String toString() {
            var options = new LinkedHashMap<String, Object>(answer.options());
            carry.ifPresent(earlier -> {
                options.put("given", earlier.given());
                options.put("carried", earlier.key());
            });
            Stream.of(Map.entry("left", left), Map.entry("order", steps), Map.entry("also", also))
                    .filter(entry -> !entry.getValue().isEmpty())
                    .forEach(entry -> options.put(entry.getKey(), entry.getValue()));
            if (weight != Weight.FULL) {
                options.put("weight", weight);
            }
            return "Part[id=" + id + ", label=" + label + ", answer=AnswerSpec[kind=" + answer.kind() + ", value="
                    + answer.value() + ", variables=" + answer.variables() + ", options=" + options + ", mistakes="
                    + answer.mistakes() + "]]";
        }
    }

    /**
     * On what a part is judged where an earlier mistake is carried forward.
     *
     * @param given the ids of the earlier parts whose responses count
     * @param key its key as formulas over those parts
     */
    public record Carry(List<String> given, List<String> key) {
        public Carry {
            given = List.copyOf(given);
            key = List.copyOf(key);
        }
    }

    /** How much an answer counts for mastery. */
    public enum Weight {
        /** As usual. */
        FULL(1),
        /** A number that a program found. */
        HALF(.5),
        /** It says nothing of what somebody can do. */
        NONE(0);

        private final double share;

        Weight(double share) {
            this.share = share;
        }

        public double share() {
            return share;
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
