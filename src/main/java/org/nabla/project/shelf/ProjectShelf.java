package org.nabla.project.shelf;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Prose;
import org.nabla.exercise.template.Task;
import org.nabla.progress.store.Shelf;
import org.nabla.project.making.NotDrawnException;
import org.nabla.project.making.StepMaker;

/** The steps of projects as templates: so their answers are attempts like others, for mastery, marks and mistakes. */
@Singleton
class ProjectShelf implements Shelf {
    private final Projects projects;

    ProjectShelf(Projects projects) {
        this.projects = projects;
    }

    @Override
    public Optional<ExerciseTemplate> find(ExerciseId id) {
        return projects.step(id).map(ProjectShelf::template);
    }

    @Override
    public Optional<Exercise> make(ExerciseTemplate template, Seed seed) {
        return projects.step(template.id()).map(placed -> {
            try {
                return StepMaker.make(placed.plan(), placed.step(), projects.solved(placed.plan(), seed));
            } catch (NotDrawnException e) {
                throw new BrokenTemplateException(template.id(), placed.step().place(), String.valueOf(e.getMessage()));
            }
        });
    }

    @Override
    public Optional<String> family(ExerciseId id) {
        return projects.step(id).map(placed -> placed.plan().id());
    }

    /** Steps are worked on in their project, not one by one. */
    @Override
    public boolean mayPractise(ExerciseId id, Optional<UserId> user) {
        return false;
    }

    /** To the same step with data of one's own; who has not begun is led to the beginning. */
    @Override
    public Optional<String> place(ExerciseId id) {
        return projects.step(id)
                .map(placed -> ProjectLeads.address(placed.plan()) + "/run/"
                        + placed.step().id());
    }

    @Override
    public Optional<String> data(ExerciseId id, Seed seed) {
        return projects.step(id).map(placed -> DataView.address(placed.plan(), seed) + "/table");
    }

    /** A project is set as a whole or up to a stage, not found step by step. */
    @Override
    public List<ExerciseTemplate> usableBy(UserId teacher) {
        return List.of();
    }

    private static ExerciseTemplate template(Projects.Placed placed) {
        var step = placed.step();
        var plan = placed.plan();
        return new ExerciseTemplate(
                new ExerciseTemplate.Heading(
                        StepMaker.id(plan, step),
                        "projects",
                        plan.title() + ", step " + placed.number(),
                        step.skill().map(List::of).orElseGet(() -> plan.needs().subList(0, 1)),
                        StepMaker.LEVEL,
                        Task.COMPUTE,
                        plan.version(),
                        0,
                        0,
                        step.place()),
                ExerciseTemplate.Numbers.of(step.variables()),
                ExerciseTemplate.Page.of(Prose.EMPTY),
                List.of());
    }
}
