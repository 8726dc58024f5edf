package org.nabla.authoring;

import java.util.List;
import java.util.Locale;
import org.nabla.authoring.template.OwnTemplate;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.template.ExerciseTemplate;

/** A template in a list. @param note what else is to be said of it; empty where nothing */
record TemplateRow(String id, String title, String level, String note) {

    static TemplateRow of(ExerciseTemplate template, Curriculum curriculum) {
        return new TemplateRow(
                template.id().value(),
                template.title(),
                "level " + template.level(),
                String.join(", ", names(template, curriculum)));
    }

    private static List<String> names(ExerciseTemplate template, Curriculum curriculum) {
        return template.skills().stream()
                .flatMap(id -> curriculum.skill(id).stream())
                .map(Skill::name)
                .toList();
    }

    static TemplateRow of(OwnTemplate template) {
        var shared = template.everyone()
                ? "shared with all teachers"
                : template.courses() > 0
                        ? "shared with " + template.courses() + (template.courses() == 1 ? " course" : " courses")
                        : "";
        return new TemplateRow(template.id().value(), template.title(), "version " + template.newest(), shared);
    }

    /** Whether each word stands somewhere in it. */
    static boolean matches(ExerciseTemplate template, Curriculum curriculum, List<String> words) {
        var text = (template.title() + " " + template.id() + " " + template.chapter() + " "
                        + String.join(" ", template.skills()) + " " + String.join(" ", names(template, curriculum))
                        + " "
                        + String.join(" ", Features.of(template)))
                .toLowerCase(Locale.ROOT);
        return kinds(words, text)
                && words.stream()
                        .filter(word -> !Features.SAYS_NOTHING.contains(word) || words.size() == 1)
                        .allMatch(text::contains);
    }

    /** After {@code kind} comes a kind: a line in the title is none. */
    private static boolean kinds(List<String> words, String text) {
        int at = words.indexOf("kind");
        return at < 0 || at + 1 >= words.size() || (text + " ").contains("kind " + words.get(at + 1) + " ");
    }
}
