package org.nabla.project.progress;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.nabla.account.UserId;
import org.nabla.exercise.Seed;
import org.nabla.progress.ProgressService;
import org.nabla.project.making.StepMaker;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/** Begins projects, gives new data, and tells how far somebody is. */
@Singleton
public class RunService {
    private final RunRepository runs;
    private final ProgressService progress;
    private final RandomGenerator chance;
    private final Clock clock;

    RunService(RunRepository runs, ProgressService progress, RandomGenerator chance, Clock clock) {
        this.runs = runs;
        this.progress = progress;
        this.chance = chance;
        this.clock = clock;
    }

    @Transactional
    public Optional<Run> find(UserId learner, String project) {
        return runs.find(learner, project);
    }

    @Transactional
    public List<Run> of(UserId learner) {
        return runs.of(learner);
    }

    /** Nothing happens where it was begun before. The seed is drawn here and not taken from anybody. */
    @Transactional
    public void start(UserId learner, ProjectPlan plan) {
        runs.start(learner, plan.id(), Seed.secret(chance), clock.instant());
    }

    /** Derivations and choices stay done; numbers begin again. */
    @Transactional
    public void renew(UserId learner, ProjectPlan plan) {
        runs.renew(learner, plan.id(), Seed.secret(chance));
    }

    @Transactional
    public RunProgress progress(UserId learner, ProjectPlan plan, Run run) {
        var templates = plan.steps().stream().map(s -> StepMaker.id(plan, s)).toList();
        var seeds = Stream.of(run.seed(), run.dataSeed()).distinct().toList();
        return RunProgress.of(plan, run::of, progress.traces(learner, templates, seeds));
    }

    /** The same where all steps have one seed, as in an assignment. */
    @Transactional
    public RunProgress progress(UserId learner, ProjectPlan plan, Seed seed) {
        var templates = plan.steps().stream().map(s -> StepMaker.id(plan, s)).toList();
        return RunProgress.of(plan, step -> seed, progress.traces(learner, templates, List.of(seed)));
    }

    @Transactional
    public void sawValues(UserId learner, ProjectPlan plan, Step step, Seed seed) {
        runs.sawValues(learner, StepMaker.id(plan, step), seed, clock.instant());
    }

    @Transactional
    public boolean hasSeenValues(UserId learner, ProjectPlan plan, Step step, Seed seed) {
        return runs.hasSeenValues(learner, StepMaker.id(plan, step), seed);
    }

    @Transactional
    public boolean isKnown(ProjectPlan plan, Seed seed) {
        return runs.isKnown(plan.id(), seed);
    }
}
