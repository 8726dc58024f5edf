package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.Place;
import org.nabla.exercise.TemplateError;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** One YAML text as nodes with places. Every scalar is text: {@code on} and {@code 010} stay what they are. Collects errors. */
public final class YamlFile {
    private static final int MAX_LENGTH = 64_000;
    /** The composer calls itself for each level: a text of brackets alone would exhaust the stack. */
    private static final int MAX_DEPTH = 20;

    private final String name;
    private final List<String> lines;
    private final FlowText flow;
    private final List<TemplateError> errors = new ArrayList<>();
    private Optional<Node> root = Optional.empty();

    private YamlFile(String name, String yaml) {
        this.name = name;
        this.lines = yaml.lines().toList();
        this.flow = new FlowText(yaml);
    }

    /** The file and its top mapping; empty where it is no mapping, and then there are errors. */
    public static Opened open(String name, String yaml) {
        var file = new YamlFile(name, yaml);
        var start = new Place(name, 1, 1);
        if (yaml.length() > MAX_LENGTH) {
            file.error(start, "a template has at most " + MAX_LENGTH + " characters");
            return new Opened(file, Optional.empty());
        }
        try {
            var settings = LoadSettings.builder()
                    .setLabel(name)
                    .setMaxAliasesForCollections(0)
                    .build();
            var top = new Composer(settings, new ShallowParser(settings, yaml)).getSingleNode();
            if (top.isPresent()) {
                file.root = top;
                return new Opened(file, file.mapping(top.get()));
            }
            file.error(start, "the template is empty");
        } catch (TooDeepException e) {
            file.error(start, "lists and keys are nested more than " + MAX_DEPTH + " levels deep");
        } catch (MarkedYamlEngineException e) {
            var noticed = e.getProblemMark().map(file::place).orElse(start);
            file.errors.add(PlainYaml.explain(name, file.lines, noticed));
        } catch (YamlEngineException e) {
            file.errors.add(PlainYaml.explain(name, file.lines, start));
        }
        return new Opened(file, Optional.empty());
    }

    /** Ends where the text is nested too deeply, before the composer has followed it there. */
    private static final class ShallowParser extends ParserImpl {
        private int depth;

        ShallowParser(LoadSettings settings, String yaml) {
            super(settings, new StreamReader(settings, yaml));
        }

        @Override
        public Event next() {
            var event = super.next();
            depth += switch (event.getEventId()) {
                case SequenceStart, MappingStart -> 1;
                case SequenceEnd, MappingEnd -> -1;
                default -> 0;
            };
            if (depth > MAX_DEPTH) {
                throw new TooDeepException();
            }
            return event;
        }
    }

    private static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What opening a text gave. */
    public record Opened(YamlFile file, Optional<Section> top) {}

    public void error(Place place, String message) {
        errors.add(new TemplateError(place, message));
    }

    public List<TemplateError> errors() {
        return errors.stream()
                .sorted(Comparator.comparingInt((TemplateError e) -> e.place().line())
                        .thenComparingInt(e -> e.place().column()))
                .distinct()
                .toList();
    }

    public Place place(Node node) {
        return node.getStartMark().map(this::place).orElse(new Place(name, 1, 1));
    }

    private Place place(Mark mark) {
        return new Place(name, mark.getLine() + 1, mark.getColumn() + 1);
    }

    public Optional<Section> mapping(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            error(place(node), "expected keys with values (key: value)");
            return Optional.empty();
        }
        var entries = new LinkedHashMap<String, Node>();
        for (var entry : flow.entries(mapping)) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                error(
                        place(entry.getKeyNode()),
                        "expected a key that is a word; quote a text that starts with a bracket");
            } else if (entries.putIfAbsent(key.getValue(), entry.getValueNode()) != null) {
                error(place(key), "the key " + key.getValue() + " stands here twice");
            }
        }
        return Optional.of(new Section(this, place(node), entries));
    }

    public Optional<Text> text(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            error(
                    place(node),
                    "expected a text; quote it, or put it under | if it starts with a bracket or has \": \" in it");
            return Optional.empty();
        }
        var place = place(node);
        return Optional.of(
                switch (scalar.getScalarStyle()) {
                    case LITERAL, FOLDED -> block(scalar.getValue(), place);
                    case SINGLE_QUOTED, DOUBLE_QUOTED -> Text.of(scalar.getValue(), place.plus(1));
                    default -> Text.of(scalar.getValue(), place);
                });
    }

    private Text block(String value, Place header) {
        int line = header.line();
        while (line < lines.size() && lines.get(line).isBlank()) {
            line++;
        }
        int indent = line < lines.size()
                ? lines.get(line).length() - lines.get(line).stripLeading().length() + 1
                : 1;
        return new Text(value.stripTrailing(), new Place(name, header.line() + 1, indent), indent);
    }

    /** The entries of a list; a lone value is a list of one. */
    public List<Node> list(Node node) {
        return node instanceof SequenceNode sequence ? flow.entries(sequence) : List.of(node);
    }

    /** The whole as it was read; empty where it was not. */
    Optional<Node> root() {
        return root;
    }

    static boolean isMapping(Node node) {
        return node instanceof MappingNode;
    }

    static boolean isList(Node node) {
        return node instanceof SequenceNode;
    }

    /** Keys with their values, each asked for once; what nobody asked for is unknown. */
    public static final class Section {
        private final YamlFile file;
        private final Place place;
        private final Map<String, Node> entries;

        Section(YamlFile file, Place place, Map<String, Node> entries) {
            this.file = file;
            this.place = place;
            this.entries = entries;
        }

        public Place place() {
            return place;
        }

        public Map<String, Node> entries() {
            return entries;
        }

        public Optional<Node> node(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        public Optional<Text> text(String key) {
            return node(key).flatMap(file::text);
        }

        /** A text that must be there. */
        public Optional<Text> required(String key) {
            if (!entries.containsKey(key)) {
                file.error(place, "the key " + key + " is missing");
            }
            return text(key);
        }

        public List<Node> list(String key) {
            return node(key).map(file::list).orElse(List.of());
        }

        public Optional<Section> section(String key) {
            return node(key).flatMap(file::mapping);
        }

        /** Refuses every key that is not one of these, naming the nearest. */
        public void only(List<String> known) {
            entries.forEach((key, node) -> {
                if (!known.contains(key)) {
                    file.error(
                            file.place(node),
                            "the key " + key + " is unknown here"
                                    + TemplateNames.nearest(key, known)
                                            .map(n -> ": did you mean " + n + "?")
                                            .orElse(": the keys are " + String.join(", ", known)));
                }
            });
        }
    }
}
