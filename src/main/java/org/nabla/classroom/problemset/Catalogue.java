package org.nabla.classroom.problemset;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nabla.account.UserId;
import org.nabla.classroom.sheet.ExerciseSheet;
import org.nabla.classroom.sheet.Sheets;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.practice.desk.LevelWords;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.Shelves;

/** Finds what a problem set can be made of, and shows how it looks with numbers. */
@Singleton
class Catalogue {
    private static final int MOST_FOUND = 60;
    private static final int VARIANTS = 3;
    private static final int LOOKS = 12;
    private static final String OWN = "your own, or shared with you";

    private final ExerciseCatalogue templates;
    private final Curriculum curriculum;
    private final ExerciseStore exercises;
    private final Sheets sheets;
    private final Shelves shelves;

    Catalogue(
            ExerciseCatalogue templates,
            Curriculum curriculum,
            ExerciseStore exercises,
            Sheets sheets,
            Shelves shelves) {
        this.templates = templates;
        this.curriculum = curriculum;
        this.exercises = exercises;
        this.sheets = sheets;
        this.shelves = shelves;
    }

    /** A template in a list. */
    record Row(String id, String title, String level, String skills, String area) {}

    /** A skill of which templates can be chosen. */
    record SkillRow(String id, String name, String area, int templates, List<Integer> levels) {}

    /** @param more whether there are more than are shown */
    record Found(List<Row> templates, List<SkillRow> skills, boolean more) {
        public boolean nothing() {
            return templates.isEmpty() && skills.isEmpty();
        }
    }

    /** What a teacher can set: those that they wrote or that are shared with them first, then those of the catalogue. */
    Found find(UserId teacher, String query, int level) {
        var words = Arrays.stream(query.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList();
        var found = Stream.concat(shelves.usableBy(teacher).stream(), templates.all().stream())
                .filter(t -> level == 0 || t.level() == level)
                .map(this::row)
                .filter(r -> fits(words, r.title() + " " + r.skills() + " " + r.area()))
                .limit(MOST_FOUND + 1L)
                .toList();
        var skills = words.isEmpty()
                ? List.<SkillRow>of()
                : curriculum.skills().stream()
                        .filter(s -> fits(words, s.name() + " " + s.id() + " " + area(s)))
                        .map(this::skill)
                        .filter(s -> s.templates() > 0)
                        .toList();
        return new Found(found.stream().limit(MOST_FOUND).toList(), skills, found.size() > MOST_FOUND);
    }

    /** Some variants of a template, with their keys. */
    List<ExerciseSheet> variants(ExerciseId template) {
        var ready = exercises.ready(template).stream().limit(VARIANTS).toList();
        var seeds = ready.size() == VARIANTS
                ? ready
                : IntStream.range(0, LOOKS).mapToObj(Seed::new).toList();
        return seeds.stream()
                .flatMap(seed -> exercises.find(template, seed).stream())
                .limit(VARIANTS)
                .map(stored -> sheets.of(stored.exercise(), 0, ""))
                .toList();
    }

    boolean knows(String skill) {
        return curriculum.skill(skill).isPresent();
    }

    String skillName(String skill) {
        return curriculum.skill(skill).map(Skill::name).orElse(skill);
    }

    Row row(ExerciseTemplate template) {
        return new Row(
                template.id().value(),
                template.title(),
                LevelWords.word(template.level()),
                String.join(
                        ", ", template.skills().stream().map(this::skillName).toList()),
                templates.find(template.id()).isPresent()
                        ? curriculum.area(template.chapter()).map(Area::title).orElse("")
                        : OWN);
    }

    private SkillRow skill(Skill skill) {
        var of = templates.bySkill(skill.id().value());
        return new SkillRow(
                skill.id().value(),
                skill.name(),
                area(skill),
                of.size(),
                of.stream().map(ExerciseTemplate::level).distinct().sorted().toList());
    }

    private String area(Skill skill) {
        return curriculum.areaOf(skill.id()).map(Area::title).orElse("");
    }

    private static boolean fits(List<String> words, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    /** A template that a teacher may set. */
    Optional<ExerciseTemplate> template(UserId teacher, String id) {
        try {
            var wanted = new ExerciseId(id);
            // The steps of a project are for everybody; what somebody wrote is for those with whom they share it.
            return templates
                    .find(wanted)
                    .or(() -> shelves.family(wanted).flatMap(project -> shelves.find(wanted)))
                    .or(() -> shelves.usableBy(teacher).stream()
                            .filter(own -> own.id().equals(wanted))
                            .findFirst());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
