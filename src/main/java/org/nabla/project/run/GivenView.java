package org.nabla.project.run;

import java.util.List;
import org.nabla.project.making.Solved;
import org.nabla.project.making.StepMaker;
import org.nabla.project.shelf.DataView;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Sort;
import org.nabla.project.template.Step;

/**
 * What a step is about, below its question: it repeats what the letters mean, so that nobody must go back.
 *
 * @param model what is computed in the whole project
 * @param stage what is said of the stage in which the step stands; may be empty
 * @param rows the first of the data
 * @param needed whether the step asks for something of the data: a derivation does not
 * @param open whether the data are worked with on paper, so that they are wanted beside the question
 */
record GivenView(String model, String stage, DataView data, List<List<String>> rows, boolean needed, boolean open) {
    /** On paper two are worked with, and the box for the answer comes after them on the same screen. */
    private static final int ON_PAPER = 2;

    private static final int FOLDED = 4;

    static GivenView of(ProjectPlan plan, Step step, Solved solved, DataView data) {
        var stage = plan.stages().stream()
                .filter(s -> s.steps().contains(step))
                .findFirst()
                .map(ProjectPlan.Stage::about)
                .orElse("");
        boolean open = step.sort() == Sort.HAND && !StepMaker.isFixed(step);
        return new GivenView(
                StepMaker.prose(plan.model().says(), solved),
                StepMaker.prose(stage, solved),
                data,
                data.first(open ? ON_PAPER : FOLDED),
                !StepMaker.isFixed(step),
                open);
    }
}
