package org.nabla.exercise.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.lesson.LessonPlan;
import org.nabla.exercise.lesson.LessonReading;
import org.nabla.exercise.reading.LessonReader;

/**
 * The lessons that come with the application, read from {@code lessons/<area>/<skill>.yaml} on the class path. One that cannot
 * be read is left out and named in {@link #broken()}; it never breaks a page.
 */
public final class LessonCatalogue {
    private final Map<String, LessonPlan> lessons = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<TemplateError> broken = new ArrayList<>();

    private LessonCatalogue() {}

    /** Reads all built-in lessons. */
    public static LessonCatalogue load() {
        var catalogue = new LessonCatalogue();
        BuiltInFiles.read("lessons", LessonReader::read).forEach(file -> catalogue.add(file.text(), file.reading()));
        return catalogue;
    }

    private void add(String yaml, LessonReading reading) {
        broken.addAll(reading.either(plan -> add(plan, yaml), errors -> errors));
    }

    private List<TemplateError> add(LessonPlan plan, String yaml) {
        lessons.put(plan.skill(), plan);
        texts.put(plan.skill(), yaml);
        return List.of();
    }

    /** @param skill its id, such as {@code DF17} */
    public Optional<LessonPlan> find(String skill) {
        return Optional.ofNullable(lessons.get(skill));
    }

    /** The YAML of a lesson. */
    public Optional<String> text(String skill) {
        return Optional.ofNullable(texts.get(skill));
    }

    public List<LessonPlan> all() {
        return List.copyOf(lessons.values());
    }

    /** By skill. */
    public Map<String, LessonPlan> bySkill() {
        return Map.copyOf(lessons);
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
