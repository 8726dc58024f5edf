package org.nabla.project.making;

import java.util.List;
import java.util.Optional;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/** Makes the exercise that a step is for a learner with their data. */
public final class StepMaker {
    /** How hard the steps of projects are held to be, before anybody has answered. */
    public static final int LEVEL = 3;

    private StepMaker() {}

    /** The name of a step among exercises. */
    public static ExerciseId id(ProjectPlan plan, Step step) {
        return new ExerciseId(plan.id() + "-" + step.id());
    }

    /** Whether it is the same for all data. */
    public static boolean isFixed(Step step) {
        return step.answer().computed().isEmpty() && !Filling.isAsked(step.prompt());
    }

    public static Exercise make(ProjectPlan plan, Step step, Solved solved) {
        var part = StepKeys.part(step, solved);
        return new Exercise(
                id(plan, step),
                plan.version(),
                new Seed(solved.seed()),
                plan.title() + ", step " + (plan.steps().indexOf(step) + 1),
                step.skill().map(List::of).orElseGet(() -> plan.needs().subList(0, 1)),
                LEVEL,
                Filling.fill(step.prompt(), solved),
                List.of(part),
                step.help().hints().stream()
                        .map(hint -> Filling.fill(hint, solved))
                        .toList(),
                step.help().worked().stream()
                        .map(way -> Filling.fill(way, solved))
                        .toList(),
                Optional.empty(),
                Optional.empty());
    }

    /** A sentence of the file with this learner's numbers. */
    public static String prose(String prose, Solved solved) {
        return Filling.fill(prose, solved);
    }
}
