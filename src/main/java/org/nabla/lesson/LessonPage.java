package org.nabla.lesson;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.nabla.exercise.lesson.Lesson;

/**
 * A lesson as it stands at the top of a skill's page.
 *
 * @param id of the skill
 * @param typed what stands in the box of "Your turn"
 * @param found what was found of it; empty while nothing was sent
 * @param back where the reader came from; empty where nobody said so
 * @param answers whether the answer to "Your turn" is printed, for teachers
 */
public record LessonPage(
        String id,
        String name,
        Lesson lesson,
        String typed,
        Optional<Found> found,
        Optional<String> back,
        Optional<Link> first,
        Optional<Link> alike,
        boolean answers) {

    /** A way on. */
    public record Link(String address, String label) {}

    /**
     * What was found of an answer.
     *
     * @param tone the class of the style sheet
     * @param read where to read why
     */
    public record Found(String tone, String word, String message, Optional<Link> read) {}

    @CheckedTemplate(basePath = "lesson")
    static class Templates {
        static native TemplateInstance whole(LessonPage lesson);

        static native TemplateInstance whole$check(LessonPage lesson);
    }

    /** The form alone, for a script. */
    TemplateInstance check() {
        return Templates.whole$check(this);
    }

    /** The addresses of the same with other numbers. */
    public String another() {
        int next = (lesson.variant() + 1) % Lessons.VARIANTS;
        return "/skills/" + id + (next == 0 ? "" : "?variant=" + next) + "#example";
    }

    public String frames() {
        return "/skills/" + id + "/lesson/frames?variant=" + lesson.variant();
    }

    /** The question without the words that its title says already. */
    public String prompt() {
        return lesson.check().prompt().replaceFirst("^Your turn\\.\\s*", "");
    }

    /** The formulas of the rule, each on a line of its own. */
    public List<String> says() {
        return displayed(lesson);
    }

    /** A line that is a formula and nothing else is set large. */
    static List<String> displayed(Lesson lesson) {
        return lesson.rule().says().stream()
                .map(line -> line.matches("\\$[^$]+\\$") ? "$" + line + "$" : line)
                .toList();
    }

    /** Before several variables come in, nobody was taught anything by one. */
    public String pitfallTitle() {
        return List.of("SV", "LA", "VG").contains(id.substring(0, 2))
                ? "A belief that misleads"
                : "What one variable taught you";
    }

    /** Where the first stop lies, and the last. */
    public double from() {
        return lesson.picture().control().values().get(0);
    }

    public double to() {
        return lesson.picture().control().values().get(lastStop());
    }

    public int lastStop() {
        return lesson.picture().control().values().size() - 1;
    }

    /** The stills beside each other. */
    public List<Lesson.Frame> stills() {
        return lesson.picture().stills();
    }

    /** Where a paragraph stands: on this page, or on that of another skill. */
    public String see(String link) {
        return address(link);
    }

    static String address(String link) {
        int hash = link.indexOf('#');
        return hash < 0 ? "#" + link : "/skills/" + link.substring(0, hash) + link.substring(hash);
    }

    public String answer() {
        return String.join(", ", lesson.check().answer().value());
    }

    /** Whether the answer is typed into a box; the other kinds are chosen. */
    public List<String> options() {
        return lesson.check().answer().options().getOrDefault("options", List.of());
    }
}
