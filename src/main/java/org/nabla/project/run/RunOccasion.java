package org.nabla.project.run;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.nabla.practice.desk.DeskRules;
import org.nabla.practice.desk.Occasion;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.project.progress.Run;
import org.nabla.project.progress.RunProgress;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Sort;
import org.nabla.project.template.Step;

/** A learner answers a step of a project of their own. */
final class RunOccasion implements Occasion {
    private final ProjectPlan plan;
    private final Step step;
    private final Run run;
    private final Supplier<RunProgress> progress;
    private final Supplier<Optional<GradedAttempt>> latest;

    RunOccasion(
            ProjectPlan plan,
            Step step,
            Run run,
            Supplier<RunProgress> progress,
            Supplier<Optional<GradedAttempt>> latest) {
        this.plan = plan;
        this.step = step;
        this.run = run;
        this.progress = progress;
        this.latest = latest;
    }

    @Override
    public DeskRules rules() {
        var state = progress.get().step(step.id()).orElseThrow();
        return new DeskRules(
                run.address() + "/" + step.id(),
                List.of(
                        new DeskRules.Link("/projects", "Projects", false),
                        new DeskRules.Link("/projects/" + plan.id(), plan.title(), false)),
                true,
                step.sort() != Sort.PREDICT,
                notes(),
                step.locks() && state.done()
                        ? "Your prediction is kept. The first one counts, and there is no second."
                        : "",
                List.of());
    }

    private List<String> notes() {
        var what = switch (step.sort()) {
            case DERIVE -> "Derive a formula.";
            case HAND -> "Work it out by hand, with your own data.";
            case PROGRAM -> "Compute it with your own program, on your machine.";
            case PREDICT -> "Say it before you run it. Your first answer is kept, whether it is right or wrong.";
            case REFLECT -> "Choose the explanation.";
        };
        return List.of(
                step.answer().measured()
                        ? what + " " + step.answer().digits().orElseThrow()
                                + " significant digits are enough, and you may paste what Python prints."
                        : what);
    }

    @Override
    public Optional<UUID> latest() {
        return latest.get().map(GradedAttempt::submission);
    }
}
