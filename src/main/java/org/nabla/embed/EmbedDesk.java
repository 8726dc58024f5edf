package org.nabla.embed;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nabla.exercise.Exercise;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.practice.answer.FigureView;
import org.nabla.practice.answer.PracticeService;
import org.nabla.practice.desk.PartBox;

/** Where an exercise in a frame is answered, as in practice, without anybody who answers. */
@Singleton
class EmbedDesk {
    private static final int LONGEST = 4_000;
    private static final Set<String> THEMES = Set.of("light", "dark");

    private final PracticeService practice;

    EmbedDesk(PracticeService practice) {
        this.practice = practice;
    }

    EmbedPage fresh(Exercise exercise, String theme) {
        return page(exercise, theme, new MultivaluedHashMap<>(), Map.of(), Map.of(), "");
    }

    EmbedPage checked(Exercise exercise, String theme, MultivaluedMap<String, String> form) {
        var typed = new HashMap<String, String>();
        for (var part : exercise.parts()) {
            var text = String.join("\n", form.getOrDefault("answer-" + part.id(), List.of()))
                    .strip();
            typed.put(part.id(), text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        }
        var verdicts = new HashMap<String, Verdict>();
        practice.judge(exercise, new UUID(0, 0), typed)
                .responses()
                .forEach(response -> verdicts.put(response.part(), response.verdict()));
        return page(exercise, theme, form, typed, verdicts, said(exercise, form, verdicts));
    }

    private static String said(Exercise exercise, MultivaluedMap<String, String> form, Map<String, Verdict> verdicts) {
        if (form.containsKey("hint")) {
            return "A hint is open below.";
        }
        if (form.containsKey("open")) {
            return "The worked way is open below.";
        }
        if (verdicts.isEmpty()) {
            return "Nothing is typed yet: write your answer into the box.";
        }
        var right = verdicts.values().stream()
                .filter(verdict -> verdict.outcome() == Outcome.CORRECT)
                .count();
        return right == exercise.parts().size() ? "Right." : "";
    }

    private static EmbedPage page(
            Exercise exercise,
            String theme,
            MultivaluedMap<String, String> form,
            Map<String, String> typed,
            Map<String, Verdict> verdicts,
            String announcement) {
        var hints = hints(form, exercise.hints().size());
        var solved = form.containsKey("open") || form.containsKey("opened");
        return new EmbedPage(
                "/embed/" + exercise.template() + "/" + exercise.seed() + query(theme),
                "/practice/" + exercise.template() + "/" + exercise.seed(),
                THEMES.contains(theme) ? theme : "system",
                exercise.title(),
                exercise.prompt(),
                exercise.figure().map(FigureView::of),
                exercise.parts().stream()
                        .map(part -> PartBox.judged(
                                part, typed.getOrDefault(part.id(), ""), Optional.ofNullable(verdicts.get(part.id()))))
                        .toList(),
                exercise.hints().subList(0, hints),
                exercise.hints().size() - hints,
                solved ? exercise.solution() : List.of(),
                !solved && !exercise.solution().isEmpty(),
                announcement);
    }

    /** How many are open: those that were, and one more where it is asked for. */
    private static int hints(MultivaluedMap<String, String> form, int most) {
        var asked = Optional.ofNullable(form.getFirst("hint"))
                .or(() -> Optional.ofNullable(form.getFirst("hints")))
                .filter(text -> text.matches("[0-9]{1,2}"))
                .map(Integer::parseInt)
                .orElse(0);
        return Math.min(most, asked);
    }

    static String query(String theme) {
        return THEMES.contains(theme) ? "?theme=" + theme : "";
    }
}
