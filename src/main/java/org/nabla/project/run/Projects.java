package org.nabla.project.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.project.catalogue.ProjectCatalogue;
import org.nabla.project.making.ProjectMaker;
import org.nabla.project.making.Solved;
import org.nabla.project.making.StepMaker;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/** The projects, their steps by the names that these have among exercises, and the data of a seed. */
@ApplicationScoped
public class Projects {
    private static final int CACHED = 500;

    private final ProjectCatalogue catalogue;
    private final Map<ExerciseId, Placed> steps;
    private final Cache<Key, Solved> solved =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    private record Key(String project, int version, long seed) {}

    /**
     * A step with its project.
     *
     * @param number from 1
     */
    public record Placed(ProjectPlan plan, Step step, int number) {}

    Projects(ProjectCatalogue catalogue) {
        this.catalogue = catalogue;
        this.steps = catalogue.all().stream()
                .flatMap(plan -> plan.steps().stream()
                        .map(step -> new Placed(plan, step, plan.steps().indexOf(step) + 1)))
                .collect(Collectors.toUnmodifiableMap(
                        placed -> StepMaker.id(placed.plan(), placed.step()), placed -> placed));
    }

    public List<ProjectPlan> all() {
        return catalogue.all();
    }

    public Optional<ProjectPlan> find(String id) {
        return catalogue.find(id);
    }

    public Optional<Placed> step(ExerciseId id) {
        return Optional.ofNullable(steps.get(id));
    }

    /** The same seed gives the same data for ever, so what was computed is kept only to save time. */
    public Solved solved(ProjectPlan plan, Seed seed) {
        return solved.get(
                new Key(plan.id(), plan.version(), seed.value()), key -> ProjectMaker.make(plan, seed.value()));
    }
}
