package org.nabla.project.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.exercise.Seed;
import org.nabla.grading.Outcome;
import org.nabla.progress.attempt.Trace;
import org.nabla.project.making.StepMaker;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/** How far a learner is with a project, from their answers alone. */
public record RunProgress(ProjectPlan plan, List<StepState> steps) {

    /** @param seeds which seed a step has */
    public static RunProgress of(ProjectPlan plan, java.util.function.Function<Step, Seed> seeds, List<Trace> traces) {
        var steps = new ArrayList<StepState>();
        for (var step : plan.steps()) {
            var own = traces.stream()
                    .filter(t -> t.template().equals(StepMaker.id(plan, step))
                            && t.seed().equals(seeds.apply(step))
                            && t.outcome().counts())
                    .toList();
            var accepted = own.stream()
                    .filter(t -> step.locks() || t.outcome() == Outcome.CORRECT)
                    .findFirst();
            steps.add(new StepState(
                    step,
                    steps.size() + 1,
                    accepted.isPresent(),
                    own.size(),
                    accepted.map(Trace::typed),
                    accepted.filter(t -> t.outcome() == Outcome.CORRECT).isPresent()));
        }
        return new RunProgress(plan, List.copyOf(steps));
    }

    public Optional<StepState> step(String id) {
        return steps.stream().filter(s -> s.step().id().equals(id)).findFirst();
    }

    /** The first that is not done after this one, or else the first of all; empty when all are done. */
    public Optional<StepState> next(int after) {
        return steps.stream()
                .filter(s -> !s.done() && s.number() > after)
                .findFirst()
                .or(() -> steps.stream().filter(s -> !s.done()).findFirst());
    }

    public long done() {
        return steps.stream().filter(StepState::done).count();
    }

    public boolean finished() {
        return done() == steps.size();
    }

    /** Whether everything is right that a program could be asked for: then there is nothing left to give away. */
    public boolean numbersDone() {
        return steps.stream()
                .allMatch(s -> s.done() || s.step().answer().computed().isEmpty());
    }

    public Set<String> doneIds() {
        return steps.stream().filter(StepState::done).map(s -> s.step().id()).collect(Collectors.toSet());
    }

    /** Own numbers that were accepted, to hold a program against. */
    public List<StepState> numbers() {
        return steps.stream()
                .filter(s -> s.done() && s.step().answer().computed().isPresent())
                .toList();
    }

    public List<StepState> predictions() {
        return steps.stream().filter(s -> s.step().locks() && s.done()).toList();
    }
}
