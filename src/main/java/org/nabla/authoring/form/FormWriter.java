package org.nabla.authoring.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.nabla.exercise.reading.TemplateText;
import org.nabla.exercise.reading.TemplateText.Items;
import org.nabla.exercise.reading.TemplateText.Keys;
import org.nabla.exercise.reading.TemplateText.Scalar;
import org.nabla.exercise.reading.TemplateText.Value;

/** Writes changed fields into a text. A row that was emptied goes; a key that says nothing any more goes too. */
final class FormWriter {

    private final Map<String, String> fields;
    private final Map<String, String> changed;
    private TemplateText text;

    FormWriter(TemplateText text, Map<String, String> changed) {
        this.text = text;
        var form = FormReader.read(text);
        this.changed = new LinkedHashMap<>(changed);
        this.changed.keySet().removeIf(name -> isHidden(form, name));
        this.fields = new LinkedHashMap<>(form.fields());
        this.fields.putAll(this.changed);
    }

    /** What the form could not show was not changed in it. */
    private static boolean isHidden(TemplateForm form, String name) {
        for (int dot = name.indexOf('.'); ; dot = name.indexOf('.', dot + 1)) {
            if (!form.shows(dot < 0 ? name : name.substring(0, dot))) {
                return true;
            }
            if (dot < 0) {
                return false;
            }
        }
    }

    String write() {
        for (var key : List.of("title", "level", "task", "prompt")) {
            if (touched(key)) {
                set(key, scalar(key));
            }
        }
        if (touched("skill")) {
            var skills = rows("skill").stream()
                    .map(row -> field("skill." + row))
                    .filter(s -> !s.isEmpty())
                    .toList();
            set("skill", skills.size() == 1 ? new Scalar(skills.get(0)) : Items.of(skills));
        }
        if (touched("variables")) {
            set("variables", keys(Typed.domains(field("variables"))));
        }
        if (touched("letters")) {
            set("letters", Items.of(Typed.pieces(Typed.line(field("letters")))));
        }
        if (touched("parameters")) {
            set("parameters", pairs("parameters", "draw", Typed::draw));
        }
        if (touched("define")) {
            set("define", pairs("define", "formula", Typed::line));
        }
        for (var key : List.of("require", "hints", "solution")) {
            if (touched(key)) {
                set(key, list(key));
            }
        }
        parts();
        if (touched("figure")) {
            figure();
        }
        return text.yaml();
    }

    private boolean touched(String field) {
        return changed.keySet().stream().anyMatch(name -> name.equals(field) || name.startsWith(field + "."));
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private Value scalar(String name) {
        return new Scalar(name.equals("prompt") ? field(name) : Typed.line(field(name)));
    }

    private void set(String key, Value value) {
        text = value.isEmpty() ? text.without(key) : text.with(key, value);
    }

    private List<Integer> rows(String name) {
        var found = new TreeSet<Integer>();
        fields.keySet().forEach(field -> {
            if (field.startsWith(name + ".")) {
                var number = field.substring(name.length() + 1).split("\\.", 2)[0];
                if (number.matches("\\d{1,3}")) {
                    found.add(Integer.parseInt(number));
                }
            }
        });
        return List.copyOf(found);
    }

    private Items list(String name) {
        return Items.of(rows(name).stream()
                .map(row -> field(name + "." + row))
                .filter(text -> !text.isEmpty())
                .toList());
    }

    private Keys pairs(String group, String what, java.util.function.UnaryOperator<String> written) {
        var pairs = new LinkedHashMap<String, String>();
        for (int row : rows(group)) {
            var key = Typed.line(field(group + "." + row + ".name"));
            var value = written.apply(field(group + "." + row + "." + what));
            if (!key.isEmpty() || !value.isEmpty()) {
                // What has no name of its own is refused at its place by the reader, and not lost.
                var name = new StringBuilder(key.isEmpty() ? "?" : key);
                while (pairs.containsKey(name.toString())) {
                    name.append(" again");
                }
                pairs.put(name.toString(), value);
            }
        }
        return keys(pairs);
    }

    private static Keys keys(Map<String, String> entries) {
        var keys = new LinkedHashMap<String, Value>();
        entries.forEach((key, value) -> keys.put(key, new Scalar(value)));
        return new Keys(keys);
    }

    private static Value oneOrMore(String typed) {
        var lines = Typed.lines(typed);
        return lines.size() == 1 ? new Scalar(lines.get(0)) : Items.of(lines);
    }

    private void parts() {
        if (!touched("part")) {
            return;
        }
        var old = text.get("parts");
        // What stands beside a box has its place in a list of parts alone, also of one.
        boolean listed = rows("part").stream().anyMatch(row -> row > 0 && !isEmpty("part." + row))
                || !Typed.line(field("part.0.label")).isBlank();
        if (old.isEmpty() && !listed) {
            onlyPart();
            return;
        }
        var existing =
                old.flatMap(Value::tables).orElseGet(() -> List.of(topPart().entries()));
        var parts = new ArrayList<Value>();
        for (int row : rows("part")) {
            if (!isEmpty("part." + row)) {
                var before = row < existing.size() ? existing.get(row) : Map.<String, Value>of();
                parts.add(part("part." + row, before));
            }
        }
        for (var key : List.of("answer", "mistakes", "verify")) {
            text = text.without(key);
        }
        set("parts", new Items(parts));
    }

    /** Of a text without parts, the keys at its top as one. */
    private Keys topPart() {
        var keys = new LinkedHashMap<String, Value>();
        for (var key : List.of("answer", "mistakes", "verify")) {
            text.get(key).ifPresent(value -> keys.put(key, value));
        }
        return new Keys(keys);
    }

    private void onlyPart() {
        var before = topPart().entries();
        part("part.0", before).entries().forEach(this::set);
        before.keySet().stream()
                .filter(key -> !part("part.0", before).entries().containsKey(key))
                .forEach(key -> text = text.without(key));
    }

    private boolean isEmpty(String part) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(part + "."))
                .filter(field -> !field.getKey().endsWith(".kind"))
                .allMatch(field -> field.getValue().isEmpty());
    }

    private Keys part(String name, Map<String, Value> before) {
        var part = new LinkedHashMap<>(before);
        if (touched(name + ".label")) {
            put(part, "label", new Scalar(Typed.line(field(name + ".label"))));
        }
        if (Stream.of(".kind", ".value", ".options").anyMatch(end -> touched(name + end))) {
            put(part, "answer", answer(name, before.get("answer")));
        }
        if (touched(name + ".mistake")) {
            put(part, "mistakes", mistakes(name + ".mistake", before.get("mistakes")));
        }
        if (touched(name + ".verify")) {
            put(part, "verify", oneOrMore(field(name + ".verify")));
        }
        return new Keys(part);
    }

    private static void put(Map<String, Value> keys, String key, Value value) {
        if (value.isEmpty()) {
            keys.remove(key);
        } else {
            keys.put(key, value);
        }
    }

    private Keys answer(String name, @org.jspecify.annotations.Nullable Value before) {
        var answer = new LinkedHashMap<String, Value>();
        Optional.ofNullable(before).flatMap(Value::table).ifPresent(answer::putAll);
        var oldKey = FormReader.valueKey(answer);
        var kind = field(name + ".kind");
        answer.putIfAbsent("kind", new Scalar("number"));
        if (!kind.isEmpty()) {
            answer.put("kind", new Scalar(kind));
        }
        var newKey = FormReader.valueKey(answer);
        if (!newKey.equals(oldKey) && answer.containsKey(oldKey)) {
            answer.put(newKey, java.util.Objects.requireNonNull(answer.remove(oldKey)));
        }
        if (touched(name + ".value")) {
            put(answer, newKey, oneOrMore(field(name + ".value")));
        }
        if (touched(name + ".options")) {
            put(answer, "options", Items.of(Typed.lines(field(name + ".options"))));
        }
        return new Keys(answer);
    }

    private Items mistakes(String name, @org.jspecify.annotations.Nullable Value before) {
        var existing = Optional.ofNullable(before).flatMap(Value::tables).orElse(List.of());
        BiFunction<Integer, String, String> at = (row, key) -> field(name + "." + row + "." + key);
        var mistakes = new ArrayList<Value>();
        for (int row : rows(name)) {
            if (Stream.of("value", "feedback", "when")
                    .allMatch(key -> at.apply(row, key).isEmpty())) {
                continue;
            }
            var mistake = new LinkedHashMap<String, Value>();
            if (row < existing.size()) {
                mistake.putAll(existing.get(row));
            }
            var prefix = name + "." + row + ".";
            if (touched(prefix + "value")) {
                put(mistake, "value", oneOrMore(at.apply(row, "value")));
            }
            for (var key : List.of("feedback", "when")) {
                if (touched(prefix + key)) {
                    put(mistake, key, new Scalar(at.apply(row, key)));
                }
            }
            mistakes.add(new Keys(mistake));
        }
        return new Items(mistakes);
    }

    private void figure() {
        var figure = new LinkedHashMap<String, Value>();
        text.get("figure").flatMap(Value::table).ifPresent(figure::putAll);
        var type = field("figure.type");
        if (type.equals("none") || type.isEmpty()) {
            text = touched("figure.type") ? text.without("figure") : text;
            return;
        }
        if (touched("figure.type") || touched("figure.formula")) {
            FormReader.FIGURES.forEach(figure::remove);
            if (FormReader.FIGURES.contains(type)) {
                put(figure, type, oneOrMore(field("figure.formula")));
            }
        }
        if (touched("figure.window")) {
            put(figure, "window", Items.of(Typed.pieces(Typed.line(field("figure.window")))));
        }
        for (var key : List.of("point", "arrow")) {
            if (touched("figure." + key)) {
                put(figure, key, oneOrMore(field("figure." + key)));
            }
        }
        if (touched("figure.alt")) {
            put(figure, "alt", new Scalar(field("figure.alt")));
        }
        if (touched("figure.type") && !figure.containsKey("window")) {
            figure.put("window", Items.of(List.of("-4", "4")));
        }
        set("figure", new Keys(figure));
    }
}
