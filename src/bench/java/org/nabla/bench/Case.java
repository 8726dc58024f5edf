package org.nabla.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Verdict;
import org.nabla.grading.grader.AnswerKey;
import org.nabla.grading.grader.Grader;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.Reading;

/** A response beside the specification that it is graded by. */
record Case(AnswerSpec spec, String response) {

    /** A case for a kind with options, the letters real numbers unless their domains say otherwise. */
    static Case of(
            String kind,
            Map<String, List<String>> options,
            List<String> values,
            Map<String, String> variables,
            String response) {
        return new Case(new AnswerSpec(kind, values, variables, options, List.of()), response);
    }

    /** Whether the key can be read at all. */
    boolean isReadable() {
        return AnswerKey.of(spec) instanceof AnswerKey.KeyReading.Read;
    }

    /** All that a check does: reads the key and the response, compares, names the mistake. */
    Verdict check(Grader grader) {
        // By the specification alone the grader would keep the key for the next time.
        return AnswerKey.of(spec) instanceof AnswerKey.KeyReading.Read read
                ? grader.grade(read.key(), response)
                : grader.grade(spec, response);
    }

    Reading readResponse() {
        return ExpressionParser.parse(response, vocabulary());
    }

    /** @throws IllegalStateException if the key is no expression */
    Expression key() {
        return expression(ExpressionParser.parse(spec.value().get(0), vocabulary()));
    }

    /** @throws IllegalStateException if the response is no expression */
    Expression answer() {
        return expression(readResponse());
    }

    Map<String, Domain> letters() {
        var letters = new LinkedHashMap<String, Domain>();
        spec.variables().forEach((name, words) -> letters.put(name, domain(words)));
        return letters;
    }

    private static Domain domain(String words) {
        return switch (words) {
            case "real" -> Domain.REAL;
            case "positive" -> Domain.POSITIVE;
            case "integer" -> Domain.INTEGER;
            default -> throw new IllegalStateException(words);
        };
    }

    private Vocabulary vocabulary() {
        return Vocabulary.of(letters());
    }

    private static Expression expression(Reading reading) {
        if (reading instanceof Reading.Understood understood) {
            return understood.expression();
        }
        throw new IllegalStateException(reading.toString());
    }
}
