package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.Place;
import org.nabla.exercise.template.Draw;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Formula;
import org.nabla.math.Domain;

/** Reads what the numbers of a template or lesson are: letters, what is drawn, what is computed, what is required. */
final class NumbersReader {
    /** The keys that it reads. */
    static final List<String> KEYS = List.of("variables", "letters", "parameters", "define", "require");

    private final YamlFile file;
    private final TemplateNames names;
    private final FormulaReader formulas;

    NumbersReader(YamlFile file, TemplateNames names, FormulaReader formulas) {
        this.file = file;
        this.names = names;
        this.formulas = formulas;
    }

    ExerciseTemplate.Numbers read(YamlFile.Section top) {
        var variables = variables(top);
        var letters = letters(top);
        var parameters = parameters(top);
        var define = define(top);
        var require = top.list("require").stream()
                .flatMap(n -> file.text(n).stream())
                .flatMap(t -> formulas.condition(t).stream())
                .toList();
        return new ExerciseTemplate.Numbers(variables, letters, parameters, define, require);
    }

    private Map<String, String> variables(YamlFile.Section top) {
        var variables = new LinkedHashMap<String, String>();
        top.section("variables")
                .ifPresent(section -> section.entries()
                        .forEach((name, node) -> file.text(node)
                                .ifPresent(text -> variable(name, text).ifPresent(domain -> {
                                    add(names.add(name, domain), text.place());
                                    variables.put(name, text.value());
                                }))));
        return variables;
    }

    private Optional<Domain> variable(String name, Text text) {
        var domain = Domain.parse(text.value());
        if (domain.isEmpty()) {
            file.error(
                    text.place(),
                    "expected the domain of " + name + ": " + Domain.WORDS
                            + ", or an interval such as \"[-3, 3]\", from a smaller number to a larger one");
        }
        return domain;
    }

    private List<String> letters(YamlFile.Section top) {
        var letters = new ArrayList<String>();
        for (var node : top.list("letters")) {
            file.text(node).ifPresent(text -> {
                add(names.add(text.value(), Domain.REAL), text.place());
                letters.add(text.value());
            });
        }
        return List.copyOf(letters);
    }

    private Map<String, Draw> parameters(YamlFile.Section top) {
        var parameters = new LinkedHashMap<String, Draw>();
        top.section("parameters")
                .ifPresent(section -> section.entries().forEach((name, node) -> {
                    var draw = file.text(node).flatMap(text -> new DrawReader(formulas).read(text));
                    var refusal = draw.filter(d -> !d.words().isEmpty()).isPresent()
                            ? names.addWord(name)
                            : names.add(name, Domain.REAL);
                    add(refusal, file.place(node));
                    draw.ifPresent(d -> parameters.put(name, d));
                }));
        return parameters;
    }

    private Map<String, Formula> define(YamlFile.Section top) {
        var define = new LinkedHashMap<String, Formula>();
        top.section("define")
                .ifPresent(section -> section.entries().forEach((name, node) -> {
                    file.text(node).flatMap(formulas::formula).ifPresent(formula -> define.put(name, formula));
                    add(names.add(name, Domain.REAL), file.place(node));
                }));
        return define;
    }

    private void add(Optional<String> refusal, Place place) {
        refusal.ifPresent(message -> file.error(place, message));
    }
}
