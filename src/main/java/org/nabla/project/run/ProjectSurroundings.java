package org.nabla.project.run;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.grading.Outcome;
import org.nabla.practice.desk.DeskRules;
import org.nabla.practice.desk.Surroundings;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.store.StoredExercise;
import org.nabla.project.progress.Run;
import org.nabla.project.progress.RunProgress;
import org.nabla.project.progress.RunService;
import org.nabla.project.shelf.DataView;
import org.nabla.project.shelf.Projects;

/** Around a step: the learner's data, the path of stages, and after an answer what to look at next. */
@Singleton
class ProjectSurroundings implements Surroundings {
    private final Projects projects;
    private final RunService runs;

    ProjectSurroundings(Projects projects, RunService runs) {
        this.projects = projects;
        this.runs = runs;
    }

    @CheckedTemplate(basePath = "project")
    static class Templates {
        static native TemplateInstance given(GivenView given);

        static native TemplateInstance path(PathView path);

        static native TemplateInstance after(AfterView after);
    }

    @Override
    public Optional<Around> of(
            StoredExercise stored, DeskRules rules, Optional<UserId> learner, Optional<GradedAttempt> shown) {
        return projects.step(stored.exercise().template()).map(placed -> around(placed, stored, rules, learner, shown));
    }

    private Around around(
            Projects.Placed placed,
            StoredExercise stored,
            DeskRules rules,
            Optional<UserId> learner,
            Optional<GradedAttempt> shown) {
        var plan = placed.plan();
        var run = learner.flatMap(id -> runs.find(id, plan.id()))
                .filter(r -> rules.address().startsWith(r.address() + "/"));
        var seed = run.map(Run::dataSeed).orElse(stored.exercise().seed());
        var solved = projects.solved(plan, seed);
        var progress = learner.map(
                        id -> run.map(r -> runs.progress(id, plan, r)).orElseGet(() -> runs.progress(id, plan, seed)))
                .orElseGet(() -> RunProgress.of(plan, step -> seed, List.of()));
        boolean told = rules.feedback();
        var data = DataView.of(plan, solved, seed);
        var path = run.isPresent()
                ? Templates.path(PathView.of(
                                plan, progress, placed.number(), run.get().address()))
                        .render()
                : "";
        var seen = run.isPresent()
                ? learner.filter(id -> runs.hasSeenValues(id, plan, placed.step(), seed))
                        .isPresent()
                : told && rules.help();
        var slip = shown.filter(a -> told && isUnknownSlip(a));
        var after = AfterView.of(
                placed, solved, progress, run.isPresent() ? rules.address() : "", told, seen, slip.isPresent());
        return new Around(
                Templates.given(GivenView.of(plan, placed.step(), solved, data)).render(),
                path,
                Templates.after(after).render());
    }

    private static boolean isUnknownSlip(GradedAttempt attempt) {
        return (attempt.outcome() == Outcome.WRONG || attempt.outcome() == Outcome.PARTIAL)
                && attempt.responses().stream()
                        .allMatch(r -> r.verdict()
                                .mistake()
                                .filter(m -> m.matches("\\d+"))
                                .isEmpty());
    }
}
