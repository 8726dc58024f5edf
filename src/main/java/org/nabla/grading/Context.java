package org.nabla.grading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionParser;
import org.nabla.math.Reading;
import org.nabla.math.Vocabulary;

/** What all kinds know of their specification: its letters and options. */
record Context(AnswerSpec spec, Map<String, Domain> domains, Vocabulary vocabulary) {

    static Context of(AnswerSpec spec) {
        var domains = Domains.of(spec.variables());
        return new Context(spec, domains, Vocabulary.of(domains));
    }

    Context with(Vocabulary other) {
        return new Context(spec, domains, other);
    }

    List<String> names() {
        return List.copyOf(domains.keySet());
    }

    Optional<String> option(String name) {
        return options(name).stream().findFirst();
    }

    List<String> options(String name) {
        return spec.options().getOrDefault(name, List.of());
    }

    boolean says(String option, String word) {
        return option(option).filter(word::equals).isPresent();
    }

    /** Reads a formula of the specification itself. */
    Expression formula(String field, String text) {
        var reading = ExpressionParser.parse(text, vocabulary);
        if (reading instanceof Reading.Understood understood) {
            return VectorAlgebra.flatten(understood.expression());
        }
        throw new KeyRefused(field, ((Reading.Refused) reading).error().message());
    }
}
