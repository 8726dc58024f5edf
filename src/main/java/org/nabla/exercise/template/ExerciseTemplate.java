package org.nabla.exercise.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Place;
import org.nabla.exercise.reading.TemplateReader;

/** The file from which exercises are made, read and checked for form. Made by {@link TemplateReader}. */
public final class ExerciseTemplate {
    private final Heading heading;
    private final Supplier<Body> reading;
    private volatile @Nullable Body body;

    /**
     * What is asked of all templates at once.
     *
     * @param chapter the folder of a built-in template
     * @param partCount how many answer boxes it has
     * @param stepCount how many steps its worked way has
     */
    public record Heading(
            ExerciseId id,
            String chapter,
            String title,
            List<String> skills,
            int level,
            Task task,
            int version,
            int partCount,
            int stepCount,
            Place place) {}

    /** What is asked of a template only where an exercise is made of it. */
    private record Body(Numbers numbers, Page page, List<Part> parts) {}

    /** @param heading whose counts are those of the rest */
    public ExerciseTemplate(Heading heading, Numbers numbers, Page page, List<Part> parts) {
        this(heading, () -> new Body(numbers, page, parts));
    }

    private ExerciseTemplate(Heading heading, Supplier<Body> reading) {
        this.heading = heading;
        this.reading = reading;
    }

    /** A template of which more than the heading is read when it is asked for, once. */
    public static ExerciseTemplate later(Heading heading, Supplier<ExerciseTemplate> reading) {
        return new ExerciseTemplate(heading, () -> reading.get().body());
    }

    private Body body() {
        @Nullable Body known = body;
        return known == null ? read() : known;
    }

    private synchronized Body read() {
        @Nullable Body known = body;
        if (known == null) {
            known = reading.get();
            body = known;
        }
        return known;
    }

    public Heading heading() {
        return heading;
    }

    public ExerciseId id() {
        return heading.id();
    }

    public String chapter() {
        return heading.chapter();
    }

    public String title() {
        return heading.title();
    }

    public List<String> skills() {
        return heading.skills();
    }

    public int level() {
        return heading.level();
    }

    public Task task() {
        return heading.task();
    }

    public int version() {
        return heading.version();
    }

    public int partCount() {
        return heading.partCount();
    }

    public int stepCount() {
        return heading.stepCount();
    }

    public Place place() {
        return heading.place();
    }

    public Numbers numbers() {
        return body().numbers();
    }

    public Page page() {
        return body().page();
    }

    public List<Part> parts() {
        return body().parts();
    }

    /** Whether all of it is the same: where the headings are, the rest is read. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof ExerciseTemplate that && heading.equals(that.heading) && body().equals(that.body());
    }

    @Override
    public int hashCode() {
        return heading.hashCode();
    }

    @Override
    public String toString() {
        return "ExerciseTemplate[" + heading + ", " + body() + "]";
    }

    /** The same template as another version: of one that is kept elsewhere, the text does not say which it is. */
    public ExerciseTemplate asVersion(int number) {
        return new ExerciseTemplate(
                new Heading(
                        id(), chapter(), title(), skills(), level(), task(), number, partCount(), stepCount(), place()),
                this::body);
    }

    /** The same with other numbers. */
    public ExerciseTemplate with(Numbers other) {
        return new ExerciseTemplate(heading, () -> new Body(other, page(), parts()));
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
