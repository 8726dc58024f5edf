package org.nabla.exercise.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.reading.TemplateReader;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.TemplateReading;

/**
 * The templates that come with the application, read from {@code exercises/<chapter>/<id>.yaml} on the class path. One that
 * cannot be read is left out and named in {@link #broken()}; it never breaks a page.
 */
public final class ExerciseCatalogue {
    private static final String FOLDER = "exercises";

    private final Map<ExerciseId, ExerciseTemplate> templates = new LinkedHashMap<>();
    private final Map<ExerciseId, String> texts = new HashMap<>();
    private final List<TemplateError> broken = new ArrayList<>();
    /** Those that turned out to be broken while the catalogue was in use. */
    private final Set<ExerciseId> leftOut = ConcurrentHashMap.newKeySet();

    private ExerciseCatalogue() {}

    /** Reads all built-in templates, in the order of chapters and ids. */
    public static ExerciseCatalogue load() {
        var catalogue = new ExerciseCatalogue();
        new TreeMap<>(BuiltIn.files(FOLDER)).forEach(catalogue::add);
        return catalogue;
    }

    private void add(String name, String yaml) {
        var reading = TemplateReader.read(name, yaml);
        if (reading instanceof TemplateReading.Read read) {
            texts.putIfAbsent(read.template().id(), yaml);
        }
        if (reading instanceof TemplateReading.Refused refused) {
            broken.addAll(refused.errors());
        } else if (reading instanceof TemplateReading.Read read
                && templates.putIfAbsent(read.template().id(), read.template()) != null) {
            broken.add(new TemplateError(
                    read.template().place(), "the id " + read.template().id() + " is taken in another chapter"));
        }
    }

    public Optional<ExerciseTemplate> find(ExerciseId id) {
        return Optional.ofNullable(templates.get(id)).filter(template -> !leftOut.contains(id));
    }

    /** The YAML of a template, for whoever wants to write one like it. */
    public Optional<String> text(ExerciseId id) {
        return find(id).map(template -> texts.getOrDefault(id, ""));
    }

    public List<ExerciseTemplate> all() {
        return templates.values().stream()
                .filter(template -> !leftOut.contains(template.id()))
                .toList();
    }

    /** From now on there is no such template: it cannot be generated. */
    public void leaveOut(ExerciseId id) {
        leftOut.add(id);
    }

    /** The template is there again. */
    public void takeBack(ExerciseId id) {
        leftOut.remove(id);
    }

    /** Those that practise the skill, first those of which it is the main one. */
    public List<ExerciseTemplate> bySkill(String skill) {
        var found = new ArrayList<ExerciseTemplate>();
        all().stream().filter(t -> t.skills().get(0).equals(skill)).forEach(found::add);
        all().stream().filter(t -> t.skills().indexOf(skill) > 0).forEach(found::add);
        return found;
    }

    /** @param chapter the name of its folder */
    public List<ExerciseTemplate> byChapter(String chapter) {
        return all().stream().filter(t -> t.chapter().equals(chapter)).toList();
    }

    /** What is wrong with the templates that were left out. */
    public List<TemplateError> broken() {
        return List.copyOf(broken);
    }
}
