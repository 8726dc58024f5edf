package org.nabla.moodle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.grading.AnswerSpec;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.value.Evaluator;

/** Numbers as Moodle writes and compares them. */
final class MoodleNumbers {
    private static final int USUAL_DIGITS = 4;
    private static final int WRITTEN_DIGITS = 12;

    private MoodleNumbers() {}

    /** A text in the input language. */
    static Optional<Expression> read(String text, AnswerSpec answer) {
        Map<String, Domain> letters = new LinkedHashMap<>();
        answer.variables().keySet().forEach(name -> letters.put(name, Domain.REAL));
        return ExpressionParser.parse(text, Vocabulary.of(letters)).tree();
    }

    /** Empty for what is no real number. */
    static Optional<Double> value(Expression e) {
        try {
            return Optional.of(Evaluator.of(e, List.of()).at()).filter(Double::isFinite);
        } catch (RuntimeException noNumber) {
            return Optional.empty(); // letters, vectors, words
        }
    }

    /** How many significant digits must agree. */
    static int digits(AnswerSpec answer) {
        var word = answer.options().getOrDefault("decimals", List.of()).stream()
                .findFirst()
                .orElse("");
        return word.matches("[0-9]{1,2}") ? Integer.parseInt(word) : USUAL_DIGITS;
    }

    /**
     * One unit of the last digit that must agree: rounded or cut, both are right. A whole number is hit or missed, unless it came
     * out of a program.
     */
    static double tolerance(double value, int digits, AnswerSpec answer) {
        var measured = answer.options().getOrDefault("measured", List.of()).contains("true");
        if (value == 0 || value == Math.rint(value) && !measured) {
            return 0;
        }
        return Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - digits + 1);
    }

    /** Plain digits with a point. */
    static String text(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(WRITTEN_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
