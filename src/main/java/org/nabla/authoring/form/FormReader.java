package org.nabla.authoring.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.reading.TemplateText;
import org.nabla.exercise.reading.TemplateText.Value;

/** The fields of the form of a text. */
final class FormReader {

    /** Before the name of a field that the form cannot show. */
    static final String HIDDEN = "text alone: ";

    static final List<String> SHOWN_KEYS = List.of(
            "title",
            "skill",
            "level",
            "task",
            "variables",
            "letters",
            "parameters",
            "define",
            "require",
            "prompt",
            "answer",
            "mistakes",
            "verify",
            "parts",
            "hints",
            "solution",
            "figure");
    static final Set<String> ANSWER_KEYS = Set.of("kind", "value", "steps", "options");
    static final Set<String> PART_KEYS = Set.of("label", "answer", "mistakes", "verify");
    static final Set<String> MISTAKE_KEYS = Set.of("value", "feedback", "when");
    /** What is drawn by one formula. */
    static final List<String> FIGURES = List.of("contour", "surface", "field", "curve");

    static final Set<String> FIGURE_KEYS =
            Set.of("contour", "surface", "field", "curve", "window", "point", "arrow", "alt");

    /** What has more is no form any more. */
    private static final int MOST_ROWS = 60;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> only = new ArrayList<>();

    static TemplateForm read(TemplateText text) {
        var reader = new FormReader();
        reader.all(text);
        return new TemplateForm(reader.fields, reader.only);
    }

    private void all(TemplateText text) {
        for (var key : List.of("title", "level", "task", "prompt")) {
            text.get(key).ifPresent(value -> scalar(key, value, key));
        }
        text.get("skill").ifPresent(value -> list("skill", value, "skill"));
        text.get("variables").ifPresent(value -> domains(value));
        text.get("letters").ifPresent(value -> joined("letters", value));
        text.get("parameters").ifPresent(value -> pairs("parameters", "draw", value));
        text.get("define").ifPresent(value -> pairs("define", "formula", value));
        for (var key : List.of("require", "hints", "solution")) {
            text.get(key).ifPresent(value -> list(key, value, key));
        }
        if (text.get("parts").isPresent()) {
            parts(text.get("parts").orElseThrow());
        } else {
            part("part.0", key -> text.get(key), "");
        }
        text.get("figure").ifPresent(this::figure);
        text.keys().stream().filter(key -> !SHOWN_KEYS.contains(key)).forEach(only::add);
    }

    private void hide(String field, String name) {
        fields.put(HIDDEN + field, "");
        only.add(name);
    }

    private void scalar(String field, Value value, String name) {
        value.line().ifPresentOrElse(text -> fields.put(field, text), () -> hide(field, name));
    }

    /** One text for each row. */
    private void list(String field, Value value, String name) {
        var texts = value.texts();
        if (texts.isEmpty() || texts.get().size() > MOST_ROWS) {
            hide(field, name);
            return;
        }
        int row = 0;
        for (var text : texts.get()) {
            fields.put(field + "." + row++, text);
        }
    }

    /** Several texts in one field, a line for each. */
    private void linesOf(String field, Value value, String name) {
        var texts = value.texts();
        if (texts.isEmpty() || texts.get().stream().anyMatch(text -> text.contains("\n"))) {
            hide(field, name);
        } else {
            fields.put(field, String.join("\n", texts.get()));
        }
    }

    private void joined(String field, Value value) {
        var texts = value.texts();
        if (texts.isEmpty()) {
            hide(field, field);
        } else {
            fields.put(field, String.join(", ", texts.get()));
        }
    }

    private void domains(Value value) {
        var entries = scalars(value);
        if (entries.isEmpty()) {
            hide("variables", "variables");
        } else {
            fields.put("variables", Typed.domains(entries.get()));
        }
    }

    private void pairs(String field, String what, Value value) {
        var entries = scalars(value);
        if (entries.isEmpty() || entries.get().size() > MOST_ROWS) {
            hide(field, field);
            return;
        }
        int row = 0;
        for (var entry : entries.get().entrySet()) {
            fields.put(field + "." + row + ".name", entry.getKey());
            fields.put(field + "." + row++ + "." + what, entry.getValue());
        }
    }

    /** Where the parts, or the one part, have their keys. */
    private interface Section {
        Optional<Value> get(String key);
    }

    private void parts(Value value) {
        var parts = value.tables().filter(tables -> tables.size() <= 10);
        if (parts.isEmpty()) {
            hide("part", "parts");
            return;
        }
        int number = 0;
        for (var keys : parts.get()) {
            var name = "part " + (number + 1) + ": ";
            keys.keySet().stream().filter(key -> !PART_KEYS.contains(key)).forEach(key -> only.add(name + key));
            Optional.ofNullable(keys.get("label"))
                    .ifPresent(label -> scalar("part." + parts.get().indexOf(keys) + ".label", label, name + "label"));
            part("part." + number++, key -> Optional.ofNullable(keys.get(key)), name);
        }
    }

    private void part(String field, Section section, String name) {
        section.get("answer")
                .ifPresent(answer -> answer.table()
                        .ifPresentOrElse(
                                keys -> answer(field, keys, name), () -> hide(field + ".answer", name + "answer")));
        section.get("verify").ifPresent(verify -> linesOf(field + ".verify", verify, name + "verify"));
        section.get("mistakes").ifPresent(mistakes -> mistakes(field, mistakes, name));
    }

    private void answer(String field, Map<String, Value> entries, String name) {
        Optional.ofNullable(entries.get("kind")).ifPresent(kind -> scalar(field + ".kind", kind, name + "kind"));
        Optional.ofNullable(entries.get(valueKey(entries)))
                .ifPresent(value -> linesOf(field + ".value", value, name + "value"));
        Optional.ofNullable(entries.get("options"))
                .ifPresent(options -> linesOf(field + ".options", options, name + "options"));
        entries.keySet().stream()
                .filter(key -> !ANSWER_KEYS.contains(key) || (key.equals("value") && entries.containsKey("steps")))
                .forEach(key -> only.add(name + "answer, " + key));
    }

    static String valueKey(Map<String, Value> answer) {
        return Optional.ofNullable(answer.get("kind"))
                .flatMap(Value::line)
                .filter("order"::equals)
                .map(order -> "steps")
                .orElse("value");
    }

    private void mistakes(String field, Value value, String name) {
        var mistakes = value.tables().filter(tables -> tables.size() <= MOST_ROWS);
        if (mistakes.isEmpty()) {
            hide(field + ".mistake", name + "mistakes");
            return;
        }
        int row = 0;
        for (var entries : mistakes.get()) {
            var mistake = field + ".mistake." + row++;
            var title = name + "mistake " + row + ", ";
            Optional.ofNullable(entries.get("value")).ifPresent(v -> linesOf(mistake + ".value", v, title + "value"));
            for (var key : List.of("feedback", "when")) {
                Optional.ofNullable(entries.get(key)).ifPresent(v -> scalar(mistake + "." + key, v, title + key));
            }
            entries.keySet().stream().filter(key -> !MISTAKE_KEYS.contains(key)).forEach(key -> only.add(title + key));
        }
    }

    private void figure(Value value) {
        if (value.table().isEmpty()) {
            hide("figure", "figure");
            return;
        }
        var figure = value.table().get();
        var drawn = FIGURES.stream().filter(figure::containsKey).toList();
        if (drawn.size() > 1 || isInSpace(figure)) {
            hide("figure", "figure");
            return;
        }
        var type = drawn.stream().findFirst();
        fields.put("figure.type", type.orElse("other"));
        type.ifPresent(key -> Optional.ofNullable(figure.get(key))
                .ifPresent(formula -> linesOf("figure.formula", formula, "figure, " + key)));
        Optional.ofNullable(figure.get("window")).ifPresent(v -> joined("figure.window", v));
        for (var key : List.of("point", "arrow")) {
            Optional.ofNullable(figure.get(key)).ifPresent(v -> linesOf("figure." + key, v, "figure, " + key));
        }
        Optional.ofNullable(figure.get("alt")).ifPresent(v -> scalar("figure.alt", v, "figure, alt"));
        figure.keySet().stream().filter(key -> !FIGURE_KEYS.contains(key)).forEach(key -> only.add("figure, " + key));
    }

    /** The boxes of the form are for what lies in a plane. */
    private static boolean isInSpace(Map<String, Value> figure) {
        return Optional.ofNullable(figure.get("axes"))
                .flatMap(Value::texts)
                .filter(axes -> axes.size() == 3)
                .isPresent();
    }

    private static Optional<Map<String, String>> scalars(Value value) {
        return value.table()
                .filter(keys ->
                        keys.values().stream().allMatch(entry -> entry.line().isPresent()))
                .map(keys -> {
                    var texts = new LinkedHashMap<String, String>();
                    keys.forEach((key, entry) -> entry.line().ifPresent(text -> texts.put(key, text)));
                    return texts;
                });
    }
}
