package org.nabla.project.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.catalogue.BuiltInFiles;
import org.nabla.project.reading.ProjectReader;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.ProjectReading;

/**
 * The projects that come with the application, {@code projects/<id>.yaml} on the class path, each read when it is first wanted:
 * to read one takes as long as to answer a few pages. One that cannot be read is left out and named in {@link #broken()}; it
 * never breaks a page.
 */
public final class ProjectCatalogue {
    private static final String FOLDER = "projects/";
    private static final String ENDING = ".yaml";

    /** The texts by id. */
    private final Map<String, String> texts = new TreeMap<>();

    private final Map<String, ProjectReading> readings = new ConcurrentHashMap<>();

    private ProjectCatalogue(Map<String, String> files) {
        files.forEach(
                (path, text) -> texts.put(path.substring(FOLDER.length(), path.length() - ENDING.length()), text));
    }

    /** All built-in projects. */
    public static ProjectCatalogue load() {
        return new ProjectCatalogue(BuiltInFiles.files("projects"));
    }

    public Optional<ProjectPlan> find(String id) {
        return texts.containsKey(id) ? plan(id) : Optional.empty();
    }

    /** Of all that may have a step of this name, which is made of the project's and its own: mostly none, so that none is read. */
    public Stream<ProjectPlan> withStep(String name) {
        return texts.keySet().stream()
                .filter(id -> name.startsWith(id) && name.startsWith("-", id.length()))
                .flatMap(id -> plan(id).stream());
    }

    private Optional<ProjectPlan> plan(String id) {
        return reading(id).either(Optional::of, errors -> Optional.empty());
    }

    private ProjectReading reading(String id) {
        return readings.computeIfAbsent(
                id, wanted -> ProjectReader.read(FOLDER + wanted + ENDING, texts.getOrDefault(wanted, "")));
    }

    /** In the order of the path. */
    public List<ProjectPlan> all() {
        return texts.keySet().stream()
                .flatMap(id -> plan(id).stream())
                .sorted(Comparator.comparingInt(
                                (ProjectPlan plan) -> plan.path().order())
                        .thenComparing(ProjectPlan::id))
                .toList();
    }

    /** What is wrong with the projects that were left out. */
    public List<TemplateError> broken() {
        return texts.keySet().stream()
                .flatMap(id -> reading(id).errors().stream())
                .toList();
    }
}
