package org.nabla.project.shelf;

import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.nabla.exercise.Seed;
import org.nabla.project.progress.Run;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/** A small picture of each project: what somebody has built so far, or else what comes out of the data of nobody. */
@Singleton
class Thumbnails {
    private static final Seed OF_NOBODY = new Seed(0);
    /** In characters. */
    private static final int HEAVIEST = 24_000;

    private final Projects projects;
    private final Map<String, Optional<RawString>> examples = new ConcurrentHashMap<>();

    Thumbnails(Projects projects) {
        this.projects = projects;
    }

    Optional<RawString> of(ProjectPlan plan, Optional<Run> run, Set<String> done) {
        return run.flatMap(r -> light(plan, r.dataSeed(), done))
                .or(() -> examples.computeIfAbsent(
                        plan.id() + "/" + plan.version(),
                        key -> light(
                                plan,
                                OF_NOBODY,
                                plan.steps().stream().map(Step::id).collect(Collectors.toSet()))));
    }

    /** The first that a list of twelve can carry: some are shaded cell by cell. */
    private Optional<RawString> light(ProjectPlan plan, Seed seed, Set<String> done) {
        return PictureView.of(plan, projects.solved(plan, seed), done).stream()
                .map(PictureView::svg)
                .filter(svg -> svg.toString().length() <= HEAVIEST)
                .findFirst();
    }
}
