package org.nabla.project.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.Place;
import org.nabla.exercise.reading.Text;
import org.nabla.exercise.reading.YamlFile;
import org.nabla.grading.grader.AnswerKey;
import org.nabla.project.making.StepKeys;
import org.nabla.project.template.Slips;
import org.nabla.project.template.Sort;
import org.nabla.project.template.Step;

/** Reads the steps of a project one after another: a later one may look back at those before it. */
final class StepReader {
    private static final List<String> KEYS = List.of(
            "id",
            "title",
            "sort",
            "skill",
            "variables",
            "prompt",
            "answer",
            "mistakes",
            "hints",
            "worked",
            "smaller",
            "values",
            "compare",
            "python");
    private static final List<String> ANSWER = List.of("kind", "value", "computed", "digits", "options", "form");
    private static final Set<String> OWN = Set.of("kind", "value", "computed", "digits", "options");
    private static final int MOST_DIGITS = 9;

    private final YamlFile file;
    private final Known known;
    private final ProjectWords words;
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Place> forward = new LinkedHashMap<>();

    StepReader(YamlFile file, Known known) {
        this.file = file;
        this.known = known;
        this.words = new ProjectWords(file);
    }

    Optional<Step> read(YamlFile.Section section) {
        section.only(KEYS);
        var id = id(section);
        var sort = sort(section);
        var variables = variables(section);
        var prompt = words.prose(section, "prompt", known);
        var answer = answer(section);
        if (sort.isEmpty() || answer.isEmpty()) {
            ids.add(id);
            return Optional.empty();
        }
        var mistakes = mistakes(section, answer.get());
        var step = new Step(
                id,
                section.node("title").isPresent()
                        ? words.prose(section, "title", known)
                        : sort.get().label(),
                sort.get(),
                skill(section),
                variables,
                prompt,
                answer.get(),
                mistakes,
                new Step.Help(
                        words.proses(section, "hints", known),
                        words.proses(section, "worked", known),
                        smaller(section),
                        values(section)),
                compare(section),
                section.section("python").map(this::python),
                section.place());
        ids.add(id);
        check(step);
        return Optional.of(step);
    }

    /** What a prediction is compared with must have come by the end. */
    void checkForward() {
        forward.forEach((id, place) -> {
            if (!ids.contains(id)) {
                file.error(place, "there is no step " + id);
            }
        });
    }

    private String id(YamlFile.Section section) {
        var id = section.required("id");
        id.filter(text -> !text.value().matches("[a-z][a-z0-9]{0,15}") || ids.contains(text.value()))
                .ifPresent(text ->
                        file.error(text.place(), "expected an id of small letters and digits that no other step has"));
        return id.map(Text::value).orElse("");
    }

    private Optional<Sort> sort(YamlFile.Section section) {
        var text = section.required("sort");
        var sort = text.flatMap(t -> Arrays.stream(Sort.values())
                .filter(s -> s.word().equals(t.value()))
                .findFirst());
        if (sort.isEmpty()) {
            text.ifPresent(t -> file.error(t.place(), "expected derive, hand, program, predict or reflect"));
        }
        return sort;
    }

    private Optional<String> skill(YamlFile.Section section) {
        var text = section.text("skill");
        text.filter(t -> !ProjectReader.SKILL.matcher(t.value()).matches())
                .ifPresent(t -> file.error(t.place(), "expected the id of a skill, such as DF17"));
        return text.map(Text::value);
    }

    private Map<String, String> variables(YamlFile.Section section) {
        var variables = new LinkedHashMap<String, String>();
        section.section("variables")
                .ifPresent(s -> s.entries()
                        .forEach((name, node) -> file.text(node).ifPresent(t -> variables.put(name, t.value()))));
        return variables;
    }

    private Optional<Step.Answer> answer(YamlFile.Section step) {
        var section = step.section("answer");
        if (section.isEmpty()) {
            file.error(step.place(), "the key answer is missing: {kind: number, computed: …, digits: 4}");
            return Optional.empty();
        }
        var s = section.get();
        s.only(ANSWER);
        var kind = s.required("kind").map(Text::value).orElse("");
        var computed = s.text("computed");
        computed.filter(t -> !known.isComputed(t.value()))
                .ifPresent(t -> file.error(
                        t.place(),
                        "the workshop computes no " + t.value() + ": it computes "
                                + known.values().keySet()));
        var value = words.list(s, "value");
        if (computed.isPresent() == !value.isEmpty()) {
            file.error(s.place(), "expected either value, the right answer, or computed, its name in the workshop");
        }
        var digits = s.node("digits").isPresent()
                ? Optional.of(words.number(s, "digits", 1, MOST_DIGITS))
                : Optional.<Integer>empty();
        var other = new LinkedHashMap<String, List<String>>();
        s.entries().keySet().stream()
                .filter(key -> !OWN.contains(key))
                .forEach(key -> other.put(key, words.list(s, key)));
        var options = words.proses(s, "options", known);
        checkOptions(s, kind, options, value);
        return Optional.of(new Step.Answer(
                kind,
                value,
                computed.map(Text::value),
                digits,
                computed.isPresent() && digits.isPresent(),
                options,
                other,
                s.place()));
    }

    private void checkOptions(YamlFile.Section answer, String kind, List<String> options, List<String> value) {
        if (kind.equals("choice") && options.size() < 2) {
            file.error(answer.place(), "the key options is missing: at least two to choose from");
        } else if (!options.isEmpty() && !options.containsAll(value)) {
            file.error(answer.place(), "value is none of the options");
        }
    }

    private List<Step.Mistake> mistakes(YamlFile.Section step, Step.Answer answer) {
        var mistakes = new ArrayList<Step.Mistake>();
        for (var node : step.list("mistakes")) {
            file.mapping(node).ifPresent(s -> {
                s.only(List.of("value", "bug", "feedback"));
                var bug = s.text("bug");
                bug.filter(t -> !known.bugs().contains(t.value()))
                        .ifPresent(t -> file.error(
                                t.place(), "the workshop knows no slip " + t.value() + ": they are " + known.bugs()));
                // A list of entries is one text, as the right answer's is.
                var value = s.node("value").isPresent()
                        ? Optional.of(String.join(", ", words.list(s, "value")))
                        : Optional.<String>empty();
                if (bug.isPresent() == value.isPresent()) {
                    file.error(s.place(), "expected either value, the wrong answer, or bug, the slip that gives it");
                }
                if (bug.isPresent() && answer.computed().isEmpty()) {
                    file.error(s.place(), "a slip needs an answer that is computed");
                }
                var usual = bug.flatMap(t -> Slips.sentence(t.value()));
                var feedback = s.node("feedback").isPresent() || usual.isEmpty()
                        ? words.prose(s, "feedback", known)
                        : usual.get();
                if (value.isPresent()
                        && !answer.options().isEmpty()
                        && !answer.options().contains(value.get())) {
                    file.error(s.place(), "\"" + value.get() + "\" is none of the options");
                }
                mistakes.add(new Step.Mistake(value, bug.map(Text::value), feedback, s.place()));
            });
        }
        return List.copyOf(mistakes);
    }

    private List<String> smaller(YamlFile.Section section) {
        var smaller = new ArrayList<String>();
        for (var node : section.list("smaller")) {
            file.text(node).ifPresent(t -> {
                if (!ids.contains(t.value())) {
                    file.error(t.place(), "expected the id of an earlier step; the earlier ones are " + ids);
                }
                smaller.add(t.value());
            });
        }
        return smaller;
    }

    private List<Step.Value> values(YamlFile.Section section) {
        var values = new ArrayList<Step.Value>();
        for (var node : section.list("values")) {
            file.mapping(node).ifPresent(s -> {
                s.only(List.of("name", "label"));
                var name = s.required("name");
                name.filter(t -> !known.holds(t.value(), 0))
                        .ifPresent(t -> file.error(
                                t.place(), "nothing is named " + t.value() + ": the names are " + known.all()));
                values.add(new Step.Value(name.map(Text::value).orElse(""), words.prose(s, "label", known), s.place()));
            });
        }
        return values;
    }

    private Optional<String> compare(YamlFile.Section section) {
        var text = section.text("compare");
        text.ifPresent(t -> forward.put(t.value(), t.place()));
        return text.map(Text::value);
    }

    private Step.Python python(YamlFile.Section s) {
        s.only(List.of("function", "says", "body", "result"));
        var function = s.text("function");
        if (function.isPresent() != s.node("body").isPresent()) {
            file.error(s.place(), "function and body belong together");
        }
        function.filter(t -> !t.value().matches("def [a-z_][A-Za-z0-9_]*\\(.*\\)"))
                .ifPresent(t -> file.error(t.place(), "expected a head without its colon, such as def loss(a, b)"));
        return new Step.Python(
                function.map(Text::value),
                s.text("says").map(Text::value).orElse(""),
                s.text("body").map(Text::value).orElse(""),
                s.required("result").map(Text::value).orElse(""),
                s.place());
    }

    /** What is written out must be a key that the checker takes. */
    private void check(Step step) {
        if (step.answer().computed().isPresent()) {
            return;
        }
        var found = AnswerKey.of(StepKeys.fixed(step))
                .either(key -> Optional.<AnswerKey.KeyReading.Refused>empty(), Optional::of);
        found.ifPresent(refused -> {
            var index = refused.field().replaceAll("\\D", "");
            boolean inMistake = refused.field().startsWith("answer.mistakes.") && !index.isEmpty();
            var place = inMistake
                    ? step.mistakes().get(Integer.parseInt(index)).place()
                    : step.answer().place();
            file.error(place, refused.message() + " (" + refused.field() + ")");
        });
    }
}
