package org.nabla.project.run;

import java.util.List;
import org.nabla.exercise.Seed;
import org.nabla.project.making.Solved;
import org.nabla.project.making.StepMaker;
import org.nabla.project.notebook.Notebook;
import org.nabla.project.progress.RunProgress;
import org.nabla.project.progress.StepState;
import org.nabla.project.shelf.DataView;
import org.nabla.project.shelf.PictureView;
import org.nabla.project.template.ProjectPlan;

/**
 * The end of a project, or what there is of it so far.
 *
 * @param reference the program to compare with, once nothing is left to give away; empty before
 * @param following the projects that come after it
 */
record EndPage(
        ProjectPlan plan,
        DataView data,
        RunProgress progress,
        List<PictureView> pictures,
        List<Foretold> foretold,
        String reference,
        List<ProjectPlan> following) {

    /** A prediction beside what came; {@code result} is empty while it has not come. */
    record Foretold(String prompt, String said, boolean right, String result) {}

    static EndPage of(ProjectPlan plan, Solved solved, RunProgress progress, List<ProjectPlan> all) {
        return new EndPage(
                plan,
                DataView.of(plan, solved, new Seed(solved.seed())),
                progress,
                PictureView.of(plan, solved, progress.doneIds()),
                progress.predictions().stream()
                        .map(state -> new Foretold(
                                StepMaker.prose(state.step().prompt(), solved),
                                state.typed().orElse(""),
                                state.right(),
                                state.step()
                                        .compare()
                                        .flatMap(progress::step)
                                        .flatMap(StepState::typed)
                                        .orElse("")))
                        .toList(),
                progress.numbersDone() ? Notebook.program(plan, solved, true) : "",
                all.stream().filter(p -> p.path().after().contains(plan.id())).toList());
    }
}
