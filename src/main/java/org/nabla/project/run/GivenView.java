package org.nabla.project.run;

import org.nabla.project.making.Solved;
import org.nabla.project.making.StepMaker;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Sort;
import org.nabla.project.template.Step;

/**
 * What a step is about, below its question: it repeats what the letters mean, so that nobody must go back.
 *
 * @param model what is computed in the whole project
 * @param stage what is said of the stage in which the step stands; may be empty
 * @param needed whether the step asks for something of the data: a derivation does not
 * @param open whether the data are worked with on paper, so that they are wanted beside the question
 */
record GivenView(String model, String stage, DataView data, boolean needed, boolean open) {

    static GivenView of(ProjectPlan plan, Step step, Solved solved, DataView data) {
        var stage = plan.stages().stream()
                .filter(s -> s.steps().contains(step))
                .findFirst()
                .map(ProjectPlan.Stage::about)
                .orElse("");
        return new GivenView(
                StepMaker.prose(plan.model(), solved),
                StepMaker.prose(stage, solved),
                data,
                !StepMaker.isFixed(step),
                step.sort() == Sort.HAND && !StepMaker.isFixed(step));
    }
}
