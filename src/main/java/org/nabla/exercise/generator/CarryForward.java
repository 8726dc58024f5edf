package org.nabla.exercise.generator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.reading.LetterDomains;
import org.nabla.grading.AnswerSpec;
import org.nabla.math.CalculusException;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Substitution;
import org.nabla.math.formula.Calculus;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.writing.TextWriter;

/** Error carried forward: a later part judged on what the learner answered earlier, where its author says so. */
public final class CarryForward {
    private final Calculus calculus;

    public CarryForward(Calculus calculus) {
        this.calculus = calculus;
    }

    /**
     * The answer that follows from the learner's own earlier responses.
     *
     * @param earlier the readings of the earlier responses in the input language ({@code understood.text}), by part id
     * @return empty where the part does not carry forward, an earlier response is missing, or nothing follows from it
     */
    public Optional<AnswerSpec> judgedOn(Exercise.Part part, Map<String, String> earlier) {
        var answer = part.answer();
        if (part.carry().isEmpty()) {
            return Optional.empty();
        }
        var carry = part.carry().get();
        var given = carry.given();
        if (!earlier.keySet().containsAll(given)) {
            return Optional.empty();
        }
        var domains = LetterDomains.of(answer.variables());
        var values = new LinkedHashMap<String, Expression>();
        for (var id : given) {
            var read = read(earlier.getOrDefault(id, ""), Vocabulary.of(domains));
            if (read.isEmpty()) {
                return Optional.empty();
            }
            values.put(id, read.get());
        }
        var names = new LinkedHashMap<String, Domain>(domains);
        given.forEach(id -> names.put(id, Domain.REAL));
        var vocabulary = Vocabulary.of(names).forAuthors(true);
        try {
            var value = carry.key().stream()
                    .map(text -> read(text, vocabulary).orElseThrow())
                    .map(tree -> calculus.evaluate(Substitution.replace(tree, values), domains))
                    .map(TextWriter::write)
                    .toList();
            return Optional.of(
                    new AnswerSpec(answer.kind(), value, answer.variables(), answer.options(), answer.mistakes()));
        } catch (CalculusException | ArithmeticException e) {
            return Optional.empty(); // what follows from a wrong answer need not exist
        }
    }

    private static Optional<Expression> read(String text, Vocabulary vocabulary) {
        return ExpressionParser.parse(text, vocabulary).tree();
    }
}
