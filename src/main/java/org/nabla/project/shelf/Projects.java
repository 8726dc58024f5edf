package org.nabla.project.shelf;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TemplateError;
import org.nabla.project.catalogue.ProjectCatalogue;
import org.nabla.project.making.ProjectMaker;
import org.nabla.project.making.Solved;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/** The projects, their steps by the names that these have among exercises, and the data of a seed. */
@Singleton
public class Projects {
    private static final int CACHED = 500;

    private static final Pattern OF_TEACHERS = Pattern.compile("(own-\\d{1,15})-([a-z][a-z0-9]*)");

    private final ProjectCatalogue catalogue;
    private final List<OwnPlans> own;
    private final Cache<Key, Solved> solved =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    private record Key(String project, int version, long seed) {}

    /**
     * A step with its project.
     *
     * @param number from 1
     */
    public record Placed(ProjectPlan plan, Step step, int number) {}

    Projects(ProjectCatalogue catalogue, @All List<OwnPlans> own) {
        this.catalogue = catalogue;
        this.own = own;
    }

    public List<ProjectPlan> all() {
        return catalogue.all();
    }

    /** What is wrong with those that were left out. */
    List<TemplateError> broken() {
        return catalogue.broken();
    }

    /** @throws NotFoundException where there is none */
    public ProjectPlan wanted(String id) {
        return find(id).orElseThrow(() -> new NotFoundException("There is no such project."));
    }

    public Optional<ProjectPlan> find(String id) {
        return catalogue
                .find(id)
                .or(() -> own.stream().flatMap(o -> o.find(id).stream()).findFirst());
    }

    public Optional<Placed> step(ExerciseId id) {
        return catalogue
                .withStep(id.value())
                .flatMap(plan -> placed(plan, id.value().substring(plan.id().length() + 1)).stream())
                .findFirst()
                .or(() -> ofTeachers(id));
    }

    private Optional<Placed> ofTeachers(ExerciseId id) {
        var match = OF_TEACHERS.matcher(id.value());
        return match.matches() ? find(match.group(1)).flatMap(plan -> placed(plan, match.group(2))) : Optional.empty();
    }

    private static Optional<Placed> placed(ProjectPlan plan, String step) {
        return plan.step(step).map(found -> new Placed(plan, found, plan.steps().indexOf(found) + 1));
    }

    /** Those that somebody wrote. */
    public List<OwnPlans.Written> by(UserId author) {
        return own.stream().flatMap(o -> o.by(author).stream()).toList();
    }

    /** The same seed gives the same data for ever, so what was computed is kept only to save time. */
    public Solved solved(ProjectPlan plan, Seed seed) {
        return solved.get(
                new Key(plan.id(), plan.version(), seed.value()), key -> ProjectMaker.make(plan, seed.value()));
    }
}
