package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The text of a template, of which the values of single keys are exchanged: every other line stays letter for letter as it
 * was written, with its comments. What the template means is not asked here.
 */
public final class TemplateText {

    /** A value of the text. */
    public sealed interface Value {

        /** Hands this value to the method for its kind. */
        void to(Visitor visitor);

        /** Whether nothing stands in it. */
        boolean isEmpty();

        /** One text, or a list of texts; empty where anything else is in it. */
        Optional<List<String>> texts();

        /** Keys with their values; empty for a text or a list. */
        default Optional<Map<String, Value>> table() {
            return Optional.empty();
        }

        /** A list of such tables; empty for anything else. */
        default Optional<List<Map<String, Value>>> tables() {
            return Optional.empty();
        }

        /** The one text that it is; empty for a list or keys. */
        default Optional<String> line() {
            return Optional.empty();
        }
    }

    /** What does one thing with each kind of value. */
    interface Visitor {
        void scalar(Scalar scalar);

        void items(Items items);

        void keys(Keys keys);
    }

    /** A text. */
    public record Scalar(String text) implements Value {
        @Override
        public void to(Visitor visitor) {
            visitor.scalar(this);
        }

        @Override
        public boolean isEmpty() {
            return text.isEmpty();
        }

        @Override
        public Optional<List<String>> texts() {
            return Optional.of(List.of(text));
        }

        @Override
        public Optional<String> line() {
            return Optional.of(text);
        }
    }

    /** A list. */
    public record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public void to(Visitor visitor) {
            visitor.items(this);
        }

        @Override
        public boolean isEmpty() {
            return items.isEmpty();
        }

        @Override
        public Optional<List<String>> texts() {
            return all(Value::line);
        }

        @Override
        public Optional<List<Map<String, Value>>> tables() {
            return all(Value::table);
        }

        private <T> Optional<List<T>> all(Function<Value, Optional<T>> of) {
            var found = items.stream().flatMap(item -> of.apply(item).stream()).toList();
            return found.size() == items.size() ? Optional.of(found) : Optional.empty();
        }

        /** A list of texts. */
        public static Items of(List<String> texts) {
            return new Items(texts.stream().<Value>map(Scalar::new).toList());
        }
    }

    /** Keys with their values, in order. */
    public record Keys(Map<String, Value> entries) implements Value {
        public Keys {
            entries = new LinkedHashMap<>(entries);
        }

        @Override
        public void to(Visitor visitor) {
            visitor.keys(this);
        }

        @Override
        public boolean isEmpty() {
            return entries.isEmpty();
        }

        @Override
        public Optional<List<String>> texts() {
            return Optional.empty();
        }

        @Override
        public Optional<Map<String, Value>> table() {
            return Optional.of(entries);
        }
    }

    /** The lines that a key takes: from the first on, before the last. */
    private record Span(int from, int to) {}

    private final List<String> lines;
    private final Map<String, Value> values;
    private final Map<String, Span> spans;

    private TemplateText(List<String> lines, Map<String, Value> values, Map<String, Span> spans) {
        this.lines = lines;
        this.values = values;
        this.spans = spans;
    }

    /** A text that can be taken apart: keys at the beginning of lines, each once. Empty where it is not so. */
    public static Optional<TemplateText> open(String yaml) {
        if (yaml.isBlank()) {
            return Optional.of(new TemplateText(List.of(), Map.of(), Map.of()));
        }
        var opened = YamlFile.open("text.yaml", yaml);
        var file = opened.file();
        if (opened.top().isEmpty() || !(file.root().orElseThrow() instanceof MappingNode top)) {
            return Optional.empty();
        }
        var lines = yaml.lines().toList();
        var spans = spans(top, lines);
        var values = new LinkedHashMap<String, Value>();
        opened.top().orElseThrow().entries().forEach((key, node) -> values.put(key, value(file, node)));
        return file.errors().isEmpty() && spans.keySet().equals(values.keySet())
                ? Optional.of(new TemplateText(lines, values, spans))
                : Optional.empty();
    }

    private static Map<String, Span> spans(MappingNode top, List<String> lines) {
        var spans = new LinkedHashMap<String, Span>();
        if (top.getFlowStyle() != FlowStyle.BLOCK) {
            return spans;
        }
        var starts = new ArrayList<Integer>();
        for (NodeTuple entry : top.getValue()) {
            var mark = entry.getKeyNode().getStartMark();
            if (mark.isEmpty() || mark.get().getColumn() != 0) {
                return Map.of();
            }
            starts.add(mark.get().getLine());
        }
        for (int i = 0; i < starts.size(); i++) {
            int to = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
            while (to > starts.get(i) + 1 && isBetween(lines.get(to - 1))) {
                to--;
            }
            if (top.getValue().get(i).getKeyNode() instanceof ScalarNode key) {
                spans.put(key.getValue(), new Span(starts.get(i), to));
            }
        }
        return spans;
    }

    /** Empty lines and comments at the margin belong to what comes after them. */
    private static boolean isBetween(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private static Value value(YamlFile file, Node node) {
        if (node instanceof SequenceNode) {
            return new Items(
                    file.list(node).stream().map(entry -> value(file, entry)).toList());
        }
        if (node instanceof MappingNode) {
            var entries = new LinkedHashMap<String, Value>();
            file.mapping(node)
                    .ifPresent(section -> section.entries().forEach((key, v) -> entries.put(key, value(file, v))));
            return new Keys(entries);
        }
        return new Scalar(file.text(node).map(Text::value).orElse("").stripTrailing());
    }

    /** The keys of the first level, in the order of the text. */
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    public Optional<Value> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The text; it ends with the end of a line. */
    public String yaml() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** The same with another value of a key, and its comments; a key that is new stands where it usually does. */
    public TemplateText with(String key, Value value) {
        if (value.equals(values.get(key))) {
            return this;
        }
        var span = spans.getOrDefault(key, place(key));
        var written = YamlWriter.entry(key, value);
        var bare = reopened(span, written);
        var comments = Comments.of(lines.subList(span.from(), span.to()));
        if (comments.isEmpty()) {
            return bare;
        }
        var beside = reopened(span, comments.beside(written));
        return beside.values.equals(bare.values) ? beside : reopened(span, comments.above(written));
    }

    /** The same without a key. */
    public TemplateText without(String key) {
        var span = spans.get(key);
        return span == null ? this : reopened(span, List.of());
    }

    private Span place(String key) {
        int order = TemplateReader.keys().indexOf(key);
        var earlier = TemplateReader.keys().subList(0, Math.max(0, order));
        var before = spans.entrySet().stream()
                .filter(entry -> earlier.contains(entry.getKey()))
                .mapToInt(entry -> entry.getValue().to())
                .max();
        int at = before.orElse(order < 0 ? lines.size() : 0);
        return new Span(at, at);
    }

    private TemplateText reopened(Span span, List<String> written) {
        var changed = new ArrayList<>(lines.subList(0, span.from()));
        changed.addAll(written);
        changed.addAll(lines.subList(span.to(), lines.size()));
        var yaml = changed.stream().collect(Collectors.joining("\n", "", "\n"));
        return open(yaml.isBlank() ? "" : yaml).orElseThrow(Unwritable::new);
    }

    /** A text grew too long, or has something in it that no text may have. */
    public static final class Unwritable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
