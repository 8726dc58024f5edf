package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.template.Content;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Prose;
import org.nabla.math.Domain;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what has an answer box: the one {@code answer} of a template, or its {@code parts}. */
final class PartReader {
    static final List<String> PART_KEYS = List.of("id", "label", "answer", "mistakes", "verify");
    static final List<String> MISTAKE_KEYS = List.of("value", "feedback", "when", "see");
    static final List<String> KINDS = List.of(
            "number",
            "expression",
            "antiderivative",
            "vector",
            "point",
            "matrix",
            "list",
            "set",
            "direction",
            "parallel",
            "equation",
            "line",
            "plane",
            "curve",
            "interval",
            "region",
            "limit",
            "choice",
            "choices",
            "condition",
            "integral",
            ExerciseTemplate.Answer.ORDER);
    /** Options that are words or numbers; all other options are formulas. */
    static final Set<String> BARE =
            Set.of("decimals", "measured", "form", "weights", "constant", "name", "size", "with");

    private final YamlFile file;
    private final FormulaReader formulas;
    private final Map<String, String> variables;
    private final List<String> ids = new ArrayList<>();

    PartReader(YamlFile file, FormulaReader formulas, Map<String, String> variables) {
        this.file = file;
        this.formulas = formulas;
        this.variables = variables;
    }

    List<ExerciseTemplate.Part> parts(YamlFile.Section top) {
        if (top.node("parts").isEmpty()) {
            return part(top, "a").map(List::of).orElse(List.of());
        }
        for (var key : List.of("answer", "mistakes", "verify")) {
            top.node(key)
                    .ifPresent(n -> file.error(
                            file.place(n), "with parts, each part has its own " + key + ": put this one into a part"));
        }
        var parts = new ArrayList<ExerciseTemplate.Part>();
        for (var node : top.list("parts")) {
            file.mapping(node).ifPresent(section -> {
                section.only(PART_KEYS);
                var usual = Character.toString((char) ('a' + parts.size()));
                var id = section.text("id").map(Text::value).orElse(usual);
                if (!id.matches("[a-z][a-z0-9]{0,15}") || ids.contains(id)) {
                    file.error(section.place(), "expected an id of small letters and digits that no other part has");
                }
                part(section, id).ifPresent(parts::add);
                ids.add(id);
            });
        }
        return List.copyOf(parts);
    }

    private Optional<ExerciseTemplate.Part> part(YamlFile.Section section, String id) {
        if (section.node("answer").isEmpty()) {
            file.error(section.place(), "the key answer is missing: {kind: number, value: …}, or parts at the top");
        }
        var answer = section.section("answer").flatMap(this::answer);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        var label = section.text("label").map(new ProseReader(formulas)::read).orElse(Prose.EMPTY);
        var inPart = readerFor(answer.get().given());
        var mistakes = section.list("mistakes").stream()
                .flatMap(n -> file.mapping(n).stream())
                .flatMap(s -> mistake(s, answer.get().kind(), inPart).stream())
                .toList();
        var verify = new VerificationReader(file, formulas)
                .read(section, answer.get().kind());
        return Optional.of(new ExerciseTemplate.Part(id, label, answer.get(), mistakes, verify));
    }

    private FormulaReader readerFor(List<String> given) {
        var reader = formulas;
        for (var name : given) {
            reader = reader.with(name);
        }
        return reader;
    }

    private Optional<ExerciseTemplate.Answer> answer(YamlFile.Section section) {
        var kind = kind(section);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        var given = section.list("given").stream()
                .flatMap(n -> file.text(n).stream())
                .map(this::given)
                .flatMap(Optional::stream)
                .toList();
        var own = section.section("variables").map(this::variables).orElse(variables);
        var reader = readerFor(given);
        var options = new LinkedHashMap<String, List<Content>>();
        section.entries().forEach((key, node) -> {
            if (!Set.of("kind", "value", "variables", "given", "shuffle", "steps")
                    .contains(key)) {
                options.put(key, contents(node, optionReading(key), reader));
            }
        });
        var valueKey = kind.get().equals(ExerciseTemplate.Answer.ORDER) ? "steps" : "value";
        if (section.node(valueKey).isEmpty()) {
            file.error(
                    section.place(),
                    kind.get().equals(ExerciseTemplate.Answer.ORDER)
                            ? "the key steps is missing: the steps in their right order"
                            : "the key value is missing: the formula of the right answer");
        }
        var value = section.node(valueKey)
                .map(n -> contents(n, isProse(kind.get()) ? Reading.PROSE : Reading.FORMULA, reader))
                .orElse(List.of());
        return Optional.of(new ExerciseTemplate.Answer(
                kind.get(), value, own, options, shuffled(section), given, section.place()));
    }

    private boolean shuffled(YamlFile.Section section) {
        return section.text("shuffle")
                .filter(t -> {
                    if (!Set.of("yes", "no").contains(t.value())) {
                        file.error(t.place(), "expected yes or no");
                    }
                    return t.value().equals("yes");
                })
                .isPresent();
    }

    private Optional<String> kind(YamlFile.Section section) {
        var kind = section.required("kind");
        if (kind.isPresent() && !KINDS.contains(kind.get().value())) {
            var nearest = TemplateNames.nearest(kind.get().value(), KINDS);
            file.error(
                    kind.get().place(),
                    "there is no kind " + kind.get().value()
                            + nearest.map(n -> ": did you mean " + n + "?")
                                    .orElse(": the kinds are " + String.join(", ", KINDS)));
            return Optional.empty();
        }
        return kind.map(Text::value);
    }

    private Optional<String> given(Text text) {
        if (!ids.contains(text.value())) {
            file.error(text.place(), "expected the id of an earlier part; the earlier ones are " + ids);
            return Optional.empty();
        }
        if (formulas.names().vocabulary().variables().containsKey(text.value())) {
            file.error(
                    text.place(),
                    "the part " + text.value() + " has the name of a letter or parameter: give the part another id");
            return Optional.empty();
        }
        return Optional.of(text.value());
    }

    private Map<String, String> variables(YamlFile.Section section) {
        var own = new LinkedHashMap<String, String>();
        section.entries()
                .forEach((name, node) -> file.text(node).ifPresent(text -> {
                    if (!formulas.names().vocabulary().variables().containsKey(name)) {
                        file.error(
                                text.place(),
                                name + " is not declared: add it to the variables or letters of the template");
                    }
                    if (Domain.parse(text.value()).isEmpty()) {
                        file.error(
                                text.place(),
                                "expected a domain: " + Domain.WORDS + ", or an interval such as \"[-3, 3]\"");
                    }
                    own.put(name, text.value());
                }));
        return own;
    }

    private enum Reading {
        FORMULA,
        PROSE,
        BARE
    }

    private static Reading optionReading(String key) {
        if (key.equals("options")) {
            return Reading.PROSE;
        }
        return BARE.contains(key) ? Reading.BARE : Reading.FORMULA;
    }

    private static boolean isChoice(String kind) {
        return kind.equals("choice") || kind.equals("choices");
    }

    private static boolean isProse(String kind) {
        return isChoice(kind) || kind.equals(ExerciseTemplate.Answer.ORDER);
    }

    private List<Content> contents(Node node, Reading reading, FormulaReader reader) {
        var contents = new ArrayList<Content>();
        for (var entry : file.list(node)) {
            file.text(entry).ifPresent(text -> {
                if (reading == Reading.FORMULA) {
                    reader.formula(text).ifPresent(contents::add);
                } else if (reading == Reading.PROSE) {
                    contents.add(new ProseReader(formulas).read(text));
                } else {
                    contents.add(new Content.Bare(text.value()));
                }
            });
        }
        return List.copyOf(contents);
    }

    private Optional<ExerciseTemplate.Mistake> mistake(YamlFile.Section section, String kind, FormulaReader reader) {
        section.only(MISTAKE_KEYS);
        if (section.node("value").isEmpty()) {
            file.error(section.place(), "the key value is missing: the formula of the wrong answer");
        }
        var value =
                section.node("value").map(n -> contents(n, isChoice(kind) ? Reading.PROSE : Reading.FORMULA, reader));
        var feedback = section.required("feedback").map(new ProseReader(formulas)::read);
        var when = section.text("when").flatMap(formulas::condition);
        var place = section.place();
        var see = section.text("see")
                .map(text -> new ExerciseTemplate.See(text.strip().value(), text.place()));
        return value.flatMap(v -> feedback.map(f -> new ExerciseTemplate.Mistake(v, f, when, see, place)));
    }
}
