package org.nabla.project.run;

import java.util.ArrayList;
import java.util.List;
import org.nabla.project.progress.RunProgress;
import org.nabla.project.progress.StepState;
import org.nabla.project.template.ProjectPlan;

/**
 * The stages with their steps, and how far somebody is.
 *
 * @param here the number of the step that is shown; 0 for none
 */
record PathView(String project, String title, String address, int here, long done, int of, List<Stage> stages) {

    record Stage(String title, List<StepState> steps) {}

    static PathView of(ProjectPlan plan, RunProgress progress, int here, String address) {
        var stages = new ArrayList<Stage>();
        int from = 0;
        for (var stage : plan.stages()) {
            int to = from + stage.steps().size();
            stages.add(new Stage(stage.title(), progress.steps().subList(from, to)));
            from = to;
        }
        return new PathView(
                plan.id(),
                plan.title(),
                address,
                here,
                progress.done(),
                progress.steps().size(),
                List.copyOf(stages));
    }

    public boolean finished() {
        return done == of;
    }
}
