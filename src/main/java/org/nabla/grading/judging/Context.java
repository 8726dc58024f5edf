package org.nabla.grading.judging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.grading.AnswerSpec;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;

/** What all kinds know of their specification: its letters and options. */
public record Context(AnswerSpec spec, Map<String, Domain> domains, Vocabulary vocabulary) {

    public static Context of(AnswerSpec spec) {
        var domains = AnswerVariables.of(spec.variables());
        return new Context(spec, domains, Vocabulary.of(domains));
    }

    public Context with(Vocabulary other) {
        return new Context(spec, domains, other);
    }

    Context with(String option, String word) {
        var options = new HashMap<>(spec.options());
        options.put(option, List.of(word));
        var other = new AnswerSpec(spec.kind(), spec.value(), spec.variables(), options, spec.mistakes());
        return new Context(other, domains, vocabulary);
    }

    public List<String> names() {
        return List.copyOf(domains.keySet());
    }

    public Optional<String> option(String name) {
        return options(name).stream().findFirst();
    }

    public List<String> options(String name) {
        return spec.options().getOrDefault(name, List.of());
    }

    boolean says(String option, String word) {
        return option(option).filter(word::equals).isPresent();
    }

    /** Reads a formula of the specification itself. */
    public Expression formula(String field, String text) {
        return ExpressionParser.parse(text, vocabulary)
                .either(understood -> VectorAlgebra.flatten(understood.expression()), error -> {
                    throw new KeyRefused(field, error.message());
                });
    }
}
