package org.nabla.practice.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.nabla.exercise.Exercise;
import org.nabla.grading.Verdict;
import org.nabla.lesson.LessonParagraph;
import org.nabla.practice.answer.GridShape;
import org.nabla.practice.answer.HowToType;
import org.nabla.practice.answer.VerdictView;

/**
 * One answer box with what is said of it.
 *
 * @param field the name of the form field, and of the element
 * @param input {@code text}, {@code radio} or {@code checkbox}
 * @param grid the boxes in which the answer can be filled in
 * @param reading LaTeX of the answer as it was read; empty where there is none
 * @param explained where it is explained what was found; made when the page is written
 * @param options of a choice: what can be chosen; empty otherwise
 */
public record PartBox(
        String id,
        String field,
        String label,
        String kind,
        String input,
        List<Option> options,
        String typed,
        String howToType,
        GridShape grid,
        String reading,
        Optional<VerdictView> verdict,
        Supplier<Optional<LessonParagraph>> explained) {

    /** @param value what is sent, and @param label how it is shown */
    public record Option(String value, String label, boolean chosen) {}

    static PartBox of(Exercise.Part part, ExerciseState state) {
        var typed = state.sheet().typed(part.id());
        // The verdict speaks of what was typed then; what stands in the box now may be new.
        var response = state.attempt()
                .flatMap(attempt -> attempt.response(part.id()))
                .filter(r -> r.typed().equals(typed));
        return of(
                part,
                typed,
                response.flatMap(r -> r.verdict().understood())
                        .map(u -> u.latex())
                        .orElse(""),
                response.map(r -> state.rules().feedback()
                        ? VerdictView.of(r.verdict(), r.typed())
                        : VerdictView.untold(r.verdict(), r.typed())),
                response.isEmpty()
                        ? Optional::empty
                        : () -> state.teaching().explained().apply(part.id()));
    }

    /** A box that was judged and of which nothing is kept. @param verdict empty where nothing was typed */
    public static PartBox judged(Exercise.Part part, String typed, Optional<Verdict> verdict) {
        return of(
                part,
                typed,
                verdict.flatMap(Verdict::understood).map(u -> u.latex()).orElse(""),
                verdict.map(v -> VerdictView.of(v, typed)),
                Optional::empty);
    }

    private static PartBox of(
            Exercise.Part part,
            String typed,
            String reading,
            Optional<VerdictView> verdict,
            Supplier<Optional<LessonParagraph>> explained) {
        var kind = part.answer().kind();
        var chosen = Set.of(typed.split("\n", -1));
        var options = part.answer().options().getOrDefault("options", List.of()).stream()
                .map(option -> new Option(option, option, chosen.contains(option)))
                .toList();
        return new PartBox(
                part.id(),
                "answer-" + part.id(),
                part.label().isBlank() ? "Your answer" : part.label(),
                kind,
                kind.equals("choice") ? "radio" : kind.equals("choices") ? "checkbox" : "text",
                options,
                typed,
                HowToType.forKind(kind),
                GridShape.of(part.answer()),
                reading,
                verdict,
                explained);
    }

    public Optional<LessonParagraph> see() {
        return explained.get();
    }

    public boolean invalid() {
        return verdict.filter(v -> v.tone().equals("invalid")).isPresent();
    }
}
