package org.nabla.exercise.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    static final String FOLDER = "exercises";

    private final Map<ExerciseId, ExerciseTemplate> templates = new LinkedHashMap<>();
    private final Map<ExerciseId, String> texts = new HashMap<>();
    private final List<TemplateError> broken = new ArrayList<>();
    /** Those that turned out to be broken while the catalogue was in use. */
    private final Set<ExerciseId> leftOut = ConcurrentHashMap.newKeySet();

    /** What is there now; made anew when something is left out or taken back. */
    private volatile Present present = Present.of(0, List.of());

    private ExerciseCatalogue() {}

    /** @param bySkill first those of which it is the main one */
    private record Present(int revision, List<ExerciseTemplate> all, Map<String, List<ExerciseTemplate>> bySkill) {
        static Present of(int revision, List<ExerciseTemplate> all) {
            var bySkill = new HashMap<String, List<ExerciseTemplate>>();
            all.forEach(template -> bySkill.computeIfAbsent(template.skills().get(0), skill -> new ArrayList<>())
                    .add(template));
            all.forEach(template -> template.skills().stream()
                    .distinct()
                    .filter(skill -> template.skills().indexOf(skill) > 0)
                    .forEach(skill -> bySkill.computeIfAbsent(skill, key -> new ArrayList<>())
                            .add(template)));
            bySkill.replaceAll((skill, templates) -> List.copyOf(templates));
            return new Present(revision, all, bySkill);
        }
    }

    private synchronized void look() {
        present = Present.of(
                present.revision() + 1,
                templates.values().stream()
                        .filter(template -> !leftOut.contains(template.id()))
                        .toList());
    }

    /** Reads all built-in templates, in the order of chapters and ids; of those in the index only when they are asked for. */
    public static ExerciseCatalogue load() {
        return load(BuiltInIndex.load());
    }

    static ExerciseCatalogue load(BuiltInIndex index) {
        var catalogue = new ExerciseCatalogue();
        BuiltInFiles.read(FOLDER, (path, yaml) -> read(index, path, yaml))
                .forEach(file -> catalogue.add(file.text(), file.reading()));
        catalogue.look();
        return catalogue;
    }

    private static TemplateReading read(BuiltInIndex index, String path, String yaml) {
        return index.heading(path, yaml)
                .<TemplateReading>map(heading ->
                        new TemplateReading.Read(ExerciseTemplate.later(heading, () -> readAgain(path, yaml))))
                .orElseGet(() -> TemplateReader.read(path, yaml));
    }

    private static ExerciseTemplate readAgain(String path, String yaml) {
        return TemplateReader.read(path, yaml).either(template -> template, errors -> {
            throw new IllegalStateException("the build could read it: " + errors);
        });
    }

    private void add(String yaml, TemplateReading reading) {
        broken.addAll(reading.either(template -> add(template, yaml), errors -> errors));
    }

    private List<TemplateError> add(ExerciseTemplate template, String yaml) {
        texts.putIfAbsent(template.id(), yaml);
        return templates.putIfAbsent(template.id(), template) == null
                ? List.of()
                : List.of(new TemplateError(
                        template.place(), "the id " + template.id() + " is taken in another chapter"));
    }

    public Optional<ExerciseTemplate> find(ExerciseId id) {
        return Optional.ofNullable(templates.get(id)).filter(template -> !leftOut.contains(id));
    }

    /** The YAML of a template, for whoever wants to write one like it. */
    public Optional<String> text(ExerciseId id) {
        return find(id).map(template -> texts.getOrDefault(id, ""));
    }

    /** Another number whenever something was left out or taken back. */
    public int revision() {
        return present.revision();
    }

    public List<ExerciseTemplate> all() {
        return present.all();
    }

    /** From now on there is no such template: it cannot be generated. */
    public void leaveOut(ExerciseId id) {
        if (leftOut.add(id)) {
            look();
        }
    }

    /** The template is there again. */
    public void takeBack(ExerciseId id) {
        if (leftOut.remove(id)) {
            look();
        }
    }

    /** Those that practise the skill, first those of which it is the main one. */
    public List<ExerciseTemplate> bySkill(String skill) {
        return present.bySkill().getOrDefault(skill, List.of());
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
