package org.nabla.project.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.catalogue.BuiltInFiles;
import org.nabla.project.reading.ProjectReader;
import org.nabla.project.template.ProjectPlan;

/**
 * The projects that come with the application, read from {@code projects/<id>.yaml} on the class path. One that cannot be read
 * is left out and named in {@link #broken()}; it never breaks a page.
 */
public final class ProjectCatalogue {
    private final Map<String, ProjectPlan> plans = new LinkedHashMap<>();
    private final List<TemplateError> broken = new ArrayList<>();

    private ProjectCatalogue() {}

    /** Reads all built-in projects. */
    public static ProjectCatalogue load() {
        var catalogue = new ProjectCatalogue();
        new TreeMap<>(BuiltInFiles.files("projects")).forEach((name, yaml) -> {
            var reading = ProjectReader.read(name, yaml);
            catalogue.plans.putAll(reading.either(plan -> Map.of(plan.id(), plan), errors -> Map.of()));
            catalogue.broken.addAll(reading.errors());
        });
        return catalogue;
    }

    public Optional<ProjectPlan> find(String id) {
        return Optional.ofNullable(plans.get(id));
    }

    /** In the order of the path. */
    public List<ProjectPlan> all() {
        return plans.values().stream()
                .sorted(Comparator.comparingInt(
                                (ProjectPlan plan) -> plan.path().order())
                        .thenComparing(ProjectPlan::id))
                .toList();
    }

    /** What is wrong with the projects that were left out. */
    public List<TemplateError> broken() {
        return List.copyOf(broken);
    }
}
