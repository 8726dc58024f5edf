package org.nabla.math.symja;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.nabla.math.Cas;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Cas.Operation;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.Reading;
import org.nabla.math.writing.TextWriter;

/** Questions to the algebra system as they are typed, and its answers as text. */
public final class Asking {
    private static final Set<String> LETTERS = Set.of("x", "y", "z", "t", "u", "v", "w", "a", "b", "n", "lambda");

    private Asking() {}

    public static String ask(Cas cas, Operation operation, String arguments, String domains) {
        return text(ask(cas, operation, arguments, domains, Duration.ofMinutes(3)));
    }

    public static Answer ask(Cas cas, Operation operation, String arguments, String domains, Duration budget) {
        return cas.ask(
                operation,
                Stream.of(arguments.split(";")).map(Asking::expression).toList(),
                domains(domains),
                budget);
    }

    public static Expression expression(String text) {
        var letters = new HashMap<String, Domain>();
        LETTERS.forEach(letter -> letters.put(letter, Domain.REAL));
        var vocabulary = Vocabulary.of(letters).withFunctions(Set.of("f"));
        if (ExpressionParser.parse(text.strip(), vocabulary) instanceof Reading.Understood understood) {
            return understood.expression();
        }
        throw new IllegalArgumentException(text);
    }

    /** For example {@code x positive, n integer}. */
    static Map<String, Domain> domains(String text) {
        var domains = new HashMap<String, Domain>();
        for (var entry : text.isBlank() ? List.<String>of() : List.of(text.split(","))) {
            var words = entry.strip().split(" ");
            domains.put(words[0], domain(words[1]));
        }
        return domains;
    }

    private static Domain domain(String word) {
        return switch (word) {
            case "real" -> Domain.REAL;
            case "positive" -> Domain.POSITIVE;
            case "nonnegative" -> Domain.NONNEGATIVE;
            case "nonzero" -> Domain.NONZERO;
            case "integer" -> Domain.INTEGER;
            default -> throw new IllegalArgumentException(word);
        };
    }

    public static String text(Answer answer) {
        return answer instanceof Answer.Found found
                ? TextWriter.write(found.expression())
                : ((Answer.Failed) answer).reason().name();
    }
}
