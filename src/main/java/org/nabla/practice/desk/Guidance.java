package org.nabla.practice.desk;

import java.util.List;
import java.util.Optional;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.practice.answer.FigureView;
import org.nabla.progress.mastery.Fading;

/**
 * How much of the way is shown before the learner goes on: a whole example, the first steps, or nothing.
 *
 * @param stage its word in the address and in the form: {@code example}, {@code start} or {@code alone}
 * @param asked whether the learner chose it themselves
 * @param example another exercise of the same template with its worked way
 * @param purpose what an address of this page has at its end to say why the exercise was chosen; empty where it was not
 * @param steps the first steps of this exercise; the others are the learner's
 */
public record Guidance(String stage, boolean asked, String purpose, Optional<Example> example, List<String> steps) {
    public static final String EXAMPLE = "example";
    public static final String START = "start";
    public static final String ALONE = "alone";

    /** Nothing shown, and nothing to choose. */
    public static final Guidance NONE = new Guidance("", false, "", Optional.empty(), List.of());

    /** @param address where the example is an exercise of its own */
    public record Example(String prompt, Optional<FigureView> figure, List<String> steps, String address) {
        public static Example of(Exercise exercise) {
            return new Example(
                    exercise.prompt(),
                    exercise.figure().map(figure -> FigureView.solved(exercise, figure)),
                    exercise.solution(),
                    DeskRules.practiceAddress(exercise));
        }
    }

    public static String word(Fading fading) {
        return switch (fading) {
            case WORKED_EXAMPLE -> EXAMPLE;
            case COMPLETION -> START;
            case UNAIDED -> ALONE;
        };
    }

    /** All but the last two steps, of a short way all but the last; where there is only one, none. */
    public static List<String> firstSteps(List<String> solution) {
        return solution.size() < 2 ? List.of() : solution.subList(0, Math.max(1, solution.size() - 2));
    }

    public Guidance chosenFor(SkillId skill) {
        return new Guidance(stage, asked, "&for=" + skill, example, steps);
    }

    /** Whether an answer beside it says what the learner can do alone. */
    public boolean guides() {
        return stage.equals(EXAMPLE) || stage.equals(START);
    }

    public boolean offered() {
        return !stage.isEmpty();
    }

    public boolean alone() {
        return stage.equals(ALONE);
    }

    public boolean started() {
        return stage.equals(START);
    }
}
