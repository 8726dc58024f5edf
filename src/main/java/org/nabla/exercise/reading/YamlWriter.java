package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nabla.exercise.reading.TemplateText.Items;
import org.nabla.exercise.reading.TemplateText.Keys;
import org.nabla.exercise.reading.TemplateText.Scalar;
import org.nabla.exercise.reading.TemplateText.Value;

/** Writes values as a person writes a template: short ones on a line, texts of several lines under a bar, quotes where YAML needs them. */
final class YamlWriter {

    private static final int LONGEST_LINE = 90;
    private static final String INDENT = "  ";
    /** What needs no quotes in a line of its own, as far as its beginning tells. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}0-9($\\\\+./~=<^_].*|-[^\\s].*", Pattern.DOTALL);
    /** What may stand between commas in brackets. */
    private static final Pattern SHORT = Pattern.compile("-?[\\p{L}0-9(][\\p{L}0-9 _.+*/^()=<>!-]*");

    private YamlWriter() {}

    /** The lines of a key with its value. */
    static List<String> entry(String key, Value value) {
        var lines = new ArrayList<String>();
        write(lines, "", scalar(key) + ":", value);
        return lines;
    }

    /** @param head what stands before the value on its first line */
    private static void write(List<String> lines, String indent, String head, Value value) {
        value.to(new TemplateText.Visitor() {
            @Override
            public void scalar(Scalar scalar) {
                text(lines, indent, head, scalar.text());
            }

            @Override
            public void items(Items items) {
                list(lines, indent, head, items);
            }

            @Override
            public void keys(Keys keys) {
                keyed(lines, indent, head, keys.entries());
            }
        });
    }

    private static void list(List<String> lines, String indent, String head, Items list) {
        var brackets =
                list.items().stream().allMatch(YamlWriter::isShort) ? indent + head + " " + inBrackets(list) : "";
        if (list.isEmpty() || (!brackets.isEmpty() && brackets.length() <= LONGEST_LINE)) {
            lines.add(brackets);
            return;
        }
        lines.add(indent + head);
        list.items().forEach(item -> item(lines, indent + INDENT, item));
    }

    private static void keyed(List<String> lines, String indent, String head, Map<String, Value> keys) {
        boolean fits = keys.values().stream().allMatch(YamlWriter::isShort)
                && keys.keySet().stream().allMatch(key -> SHORT.matcher(key).matches());
        var braces = fits ? indent + head + " " + inBraces(keys) : "";
        if (keys.isEmpty() || (!braces.isEmpty() && keys.size() <= 4 && braces.length() <= LONGEST_LINE)) {
            lines.add(braces);
            return;
        }
        lines.add(indent + head);
        keys.forEach((key, entry) -> write(lines, indent + INDENT, scalar(key) + ":", entry));
    }

    private static void item(List<String> lines, String indent, Value item) {
        var keys = item.table().orElse(Map.of());
        if (!keys.isEmpty()) {
            var inner = new ArrayList<String>();
            keys.forEach((key, entry) -> write(inner, indent + INDENT, scalar(key) + ":", entry));
            lines.add(indent + "- " + inner.get(0).stripLeading());
            lines.addAll(inner.subList(1, inner.size()));
        } else {
            write(lines, indent, "-", item);
        }
    }

    private static void text(List<String> lines, String indent, String head, String text) {
        if (!text.contains("\n")) {
            lines.add((indent + head + " " + scalar(text)).stripTrailing());
            return;
        }
        var first = text.startsWith(" ") ? "|" + INDENT.length() : "|";
        lines.add(indent + head + " " + first);
        text.lines().forEach(line -> lines.add((indent + INDENT + line).stripTrailing()));
    }

    private static boolean isShort(Value value) {
        return value.line()
                .filter(text -> SHORT.matcher(text).matches() && !text.endsWith(" "))
                .isPresent();
    }

    private static String inBrackets(Items list) {
        return list.texts().orElse(List.of()).stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String inBraces(Map<String, Value> keys) {
        return keys.entrySet().stream()
                .map(entry ->
                        scalar(entry.getKey()) + ": " + entry.getValue().line().orElse(""))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String scalar(String text) {
        if (text.isEmpty()) {
            return "\"\"";
        }
        boolean plain = PLAIN.matcher(text).matches()
                && !text.contains(": ")
                && !text.contains(" #")
                && !text.endsWith(":")
                && !text.contains("\t")
                && !text.startsWith("...")
                && !text.startsWith("---")
                && text.equals(text.strip());
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }
}
