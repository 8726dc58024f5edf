package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.exercise.template.Verification;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code verify}: clauses such as {@code answer ~ integrate(f, x, 0, 1)}; in them {@code answer} is the part's answer. */
public final class VerificationReader {
    public static final String ANSWER = "answer";
    private static final String BY_REASON = "by reason:";

    private final YamlFile file;
    private final FormulaReader formulas;

    VerificationReader(YamlFile file, FormulaReader formulas) {
        this.file = file;
        this.formulas = formulas.with(ANSWER);
    }

    List<Verification> read(YamlFile.Section section, String kind) {
        var node = section.node("verify");
        if (node.isEmpty()) {
            file.error(section.place(), "the key verify is missing: how the answer is confirmed by another route");
            return List.of();
        }
        if (YamlFile.isMapping(node.get())) {
            if (!kind.equals("choice")) {
                file.error(file.place(node.get()), "conditions by option are for an answer of the kind choice");
            }
            return byOption(node.get()).map(List::of).orElse(List.of());
        }
        var clauses = new ArrayList<Verification>();
        for (var entry : file.list(node.get())) {
            file.text(entry).flatMap(this::clause).ifPresent(clauses::add);
        }
        return List.copyOf(clauses);
    }

    private Optional<Verification> byOption(Node node) {
        return file.mapping(node).map(section -> {
            var cases = new ArrayList<Verification.Case>();
            section.entries()
                    .forEach((option, condition) -> file.text(condition)
                            .flatMap(formulas::formula)
                            .ifPresent(formula -> cases.add(new Verification.Case(
                                    new ProseReader(formulas).read(Text.of(option, file.place(condition))), formula))));
            return new Verification.ByOption(List.copyOf(cases), section.place());
        });
    }

    /** One clause; in it {@code answer} may stand. */
    Optional<Verification> clause(Text text) {
        var whole = text.strip();
        if (whole.value().startsWith(BY_REASON)) {
            return Optional.of(new Verification.ByReason(
                    whole.cut(BY_REASON.length()).strip().value(), whole.place()));
        }
        int binding = whole.find(" for ", 0);
        if (binding < 0) {
            return relation(whole, formulas, Optional.empty(), Optional.empty());
        }
        var claim = whole.cut(0, binding);
        var bound = whole.cut(binding + " for ".length());
        int arrow = bound.find("->", 0);
        if (arrow >= 0) {
            var letter = bound.cut(0, arrow).strip().value();
            return formulas.formula(bound.cut(arrow + 2))
                    .flatMap(target -> relation(
                            claim,
                            formulas.with(letter),
                            Optional.of(new Verification.Approach(letter, target)),
                            Optional.empty()));
        }
        int in = bound.find(" in ", 0);
        if (in >= 0) {
            var letter = bound.cut(0, in).strip().value();
            return formulas.formula(bound.cut(in + " in ".length()))
                    .flatMap(entries -> relation(
                            claim,
                            formulas.with(letter),
                            Optional.empty(),
                            Optional.of(new Verification.Each(letter, entries))));
        }
        file.error(bound.place(), "expected h -> 0, or r in answer");
        return Optional.empty();
    }

    private Optional<Verification> relation(
            Text text,
            FormulaReader reader,
            Optional<Verification.Approach> approach,
            Optional<Verification.Each> each) {
        int tilde = text.find("~", 0);
        if (tilde >= 0) {
            var left = reader.formula(text.cut(0, tilde));
            var right = reader.formula(text.cut(tilde + 1));
            return left.flatMap(l -> right.map(r -> new Verification.Agrees(l, r, approach, each, text.place())));
        }
        var formula = reader.formula(text);
        if (formula.isPresent()
                && (approach.isPresent()
                        || !FormulaReader.isRelation(formula.get().tree()))) {
            file.error(text.place(), "expected two sides that agree (answer ~ …) or a relation (answer > 0)");
            return Optional.empty();
        }
        return formula.map(f -> new Verification.Holds(f, each, text.place()));
    }
}
