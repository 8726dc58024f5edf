package org.nabla.exercise.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.lesson.LessonPlan;
import org.nabla.exercise.reading.LessonReader;

/**
 * The lessons that come with the application, read from {@code lessons/<area>/<skill>.yaml} on the class path. One that cannot
 * be read is left out and named in {@link #broken()}; it never breaks a page.
 */
public final class LessonCatalogue {
    static final String FOLDER = "lessons";

    /** By skill. */
    private final Map<String, File> files = new LinkedHashMap<>();

    private final Map<String, LessonPlan> read = new ConcurrentHashMap<>();
    private final List<TemplateError> broken = new ArrayList<>();

    private record File(String path, String yaml) {}

    private LessonCatalogue() {}

    /** Reads all built-in lessons; those in the index only when they are asked for. */
    public static LessonCatalogue load() {
        return load(BuiltInIndex.load());
    }

    static LessonCatalogue load(BuiltInIndex index) {
        var catalogue = new LessonCatalogue();
        BuiltInFiles.read(FOLDER, (path, yaml) -> reading(index, path, yaml))
                .forEach(file -> file.reading().accept(catalogue));
        return catalogue;
    }

    /** What becomes of a file in a catalog. */
    private static Consumer<LessonCatalogue> reading(BuiltInIndex index, String path, String yaml) {
        var file = new File(path, yaml);
        return index.skill(path, yaml)
                .<Consumer<LessonCatalogue>>map(skill -> catalogue -> catalogue.files.put(skill, file))
                .orElseGet(() -> LessonReader.read(path, yaml)
                        .either(
                                plan -> catalogue -> catalogue.add(plan, file),
                                errors -> catalogue -> catalogue.broken.addAll(errors)));
    }

    private void add(LessonPlan plan, File file) {
        files.put(plan.skill(), file);
        read.put(plan.skill(), plan);
    }

    private LessonPlan plan(String skill, File file) {
        return read.computeIfAbsent(
                skill,
                once -> LessonReader.read(file.path(), file.yaml()).either(plan -> plan, errors -> {
                    throw new IllegalStateException("the build could read it: " + errors);
                }));
    }

    /** Whether the skill has one. */
    public boolean teaches(String skill) {
        return files.containsKey(skill);
    }

    /** @param skill its id, such as {@code DF17} */
    public Optional<LessonPlan> find(String skill) {
        return Optional.ofNullable(files.get(skill)).map(file -> plan(skill, file));
    }

    /** The YAML of a lesson. */
    public Optional<String> text(String skill) {
        return Optional.ofNullable(files.get(skill)).map(File::yaml);
    }

    public List<LessonPlan> all() {
        return files.keySet().stream().flatMap(skill -> find(skill).stream()).toList();
    }

    /** By skill. */
    public Map<String, LessonPlan> bySkill() {
        return all().stream().collect(Collectors.toUnmodifiableMap(LessonPlan::skill, plan -> plan));
    }

    /** Whether a link such as {@code DF02#inside} has its paragraph. */
    public boolean leads(String link) {
        int hash = link.indexOf('#');
        return hash > 0
                && find(link.substring(0, hash))
                        .filter(l -> l.anchors().contains(link.substring(hash + 1)))
                        .isPresent();
    }

    /** What is wrong with the lessons that were left out. */
    public List<TemplateError> broken() {
        return List.copyOf(broken);
    }
}
