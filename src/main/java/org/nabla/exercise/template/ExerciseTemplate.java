package org.nabla.exercise.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Place;
import org.nabla.exercise.reading.TemplateReader;

/**
 * The file from which exercises are made, read and checked for form. Made by {@link TemplateReader}.
 *
 * @param chapter the folder of a built-in template
 */
public record ExerciseTemplate(
        ExerciseId id,
        String chapter,
        String title,
        List<String> skills,
        int level,
        Task task,
        int version,
        Numbers numbers,
        Page page,
        List<Part> parts,
        Place place) {

    /** The same template as another version: of one that is kept elsewhere, the text does not say which it is. */
    public ExerciseTemplate asVersion(int number) {
        return new ExerciseTemplate(id, chapter, title, skills, level, task, number, numbers, page, parts, place);
    }

    /** The same with other numbers. */
    public ExerciseTemplate with(Numbers other) {
        return new ExerciseTemplate(id, chapter, title, skills, level, task, version, other, page, parts, place);
    }

    /**
     * What its numbers are.
     *
     * @param variables the letters a learner may use, each with its domain in words
     * @param letters further letters that only the author's formulas use
     * @param parameters drawn in this order
     * @param define computed in this order, after the parameters
     * @param require what must hold, or everything is drawn again
     */
    public record Numbers(
            Map<String, String> variables,
            List<String> letters,
            Map<String, Draw> parameters,
            Map<String, Formula> define,
            List<Condition> require) {

        /** Nothing but the letters that a learner may use. */
        public static Numbers of(Map<String, String> variables) {
            return new Numbers(variables, List.of(), Map.of(), Map.of(), List.of());
        }

        /** The same with other draws. */
        public Numbers drawing(Map<String, Draw> other) {
            return new Numbers(variables, letters, other, define, require);
        }
    }

    /** What it puts on the page beside its boxes. */
    public record Page(
            Prose prompt,
            List<Prose> hints,
            List<Prose> solution,
            Optional<FigurePlan> figure,
            Optional<Prose> python) {

        /** A question and nothing else. */
        public static Page of(Prose prompt) {
            return new Page(prompt, List.of(), List.of(), Optional.empty(), Optional.empty());
        }
    }

    /** What has one answer box. */
    public record Part(String id, Prose label, Answer answer, List<Mistake> mistakes, List<Verification> verify) {}

    /**
     * What is expected.
     *
     * @param given the parts on whose responses this one is judged, where the learner gave them
     */
    public record Answer(
            String kind,
            List<Content> value,
            Map<String, String> variables,
            Map<String, List<Content>> options,
            boolean shuffled,
            List<String> given,
            Place place) {

        /** The word of the kind whose values are steps to be put in order. */
        public static final String ORDER = "order";

        /** Whether its values are steps in their right order, in prose; the answer are their numbers as they are shown. */
        public boolean ordersSteps() {
            return kind.equals(ORDER);
        }

        /** The formulas among its values: all, or none where the answer is words. */
        public List<Formula> computed() {
            return value.stream()
                    .flatMap(content -> content.computed().stream())
                    .toList();
        }
    }

    /**
     * An anticipated wrong answer; left out where {@code when} does not hold.
     *
     * @param see the paragraph of a lesson that explains it: {@code DF02#inside}
     */
    public record Mistake(
            List<Content> value, Prose feedback, Optional<Condition> when, Optional<See> see, Place place) {}

    /** A link to a paragraph of a lesson. */
    public record See(String target, Place place) {}
}
