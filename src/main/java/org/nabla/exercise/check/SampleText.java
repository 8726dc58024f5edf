package org.nabla.exercise.check;

import java.util.List;
import org.nabla.exercise.Exercise;

/** An exercise as text, in the order in which a person meets it, for whoever writes a template. */
final class SampleText {

    private SampleText() {}

    static String of(Exercise exercise) {
        var out = new StringBuilder();
        out.append("  --- ")
                .append(exercise.title())
                .append(", seed ")
                .append(exercise.seed())
                .append('\n');
        indented(out, "", exercise.prompt());
        exercise.figure().ifPresent(f -> indented(out, "[figure] ", f.alternative()));
        for (var part : exercise.parts()) {
            var options = part.answer().options().getOrDefault("options", List.of());
            indented(out, "(" + part.id() + ") ", part.label() + String.join(" / ", options));
            indented(
                    out,
                    "    answer, " + part.answer().kind() + ": ",
                    String.join("; ", part.answer().value()));
            part.answer().mistakes().forEach(m -> indented(out, "    mistake " + m.value() + " -> ", m.feedback()));
        }
        exercise.hints().forEach(h -> indented(out, "hint: ", h));
        for (int i = 0; i < exercise.solution().size(); i++) {
            indented(out, "step " + (i + 1) + ": ", exercise.solution().get(i));
        }
        exercise.python().ifPresent(p -> indented(out, "", p));
        return out.toString();
    }

    private static void indented(StringBuilder out, String first, String text) {
        out.append("  ")
                .append(first)
                .append(text.strip().replace("\n", "\n  "))
                .append('\n');
    }
}
