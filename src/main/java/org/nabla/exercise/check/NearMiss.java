package org.nabla.exercise.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.check.TemplateCheck.Problem;
import org.nabla.exercise.check.TemplateReport.Check;
import org.nabla.exercise.numeric.NumericException;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.math.Expression;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;

/** Whether a mistake that lies close to the answer is accepted when it is written as a decimal. */
final class NearMiss {
    private static final Set<String> KINDS = Set.of("number", "limit", "vector", "point", "list", "set");
    private static final double NEAR = 0.02;
    private static final int FEWEST = 4;
    private static final int MOST = 6;

    private final BiFunction<AnswerSpec, String, Outcome> grade;

    NearMiss(BiFunction<AnswerSpec, String, Outcome> grade) {
        this.grade = grade;
    }

    List<Problem> problems(Exercise.Part part, Optional<Expression> key) {
        var problems = new ArrayList<Problem>();
        if (key.isEmpty() || !KINDS.contains(part.answer().kind())) {
            return problems;
        }
        var right = entries(key.get());
        for (var mistake : part.answer().mistakes()) {
            var wrong = right.isEmpty() ? Optional.<double[]>empty() : read(mistake.value());
            if (wrong.isEmpty() || !isNear(wrong.get(), right.get())) {
                continue;
            }
            for (int digits = FEWEST; digits <= MOST; digits++) {
                var typed = written(part.answer().kind(), wrong.get(), digits);
                if (grade.apply(part.answer(), typed) == Outcome.CORRECT) {
                    problems.add(Problem.failure(
                            Check.MISTAKES,
                            "part " + part.id() + ": the mistake " + mistake.value() + " is accepted as " + typed));
                    break;
                }
            }
        }
        return problems;
    }

    private static boolean isNear(double[] wrong, double[] right) {
        if (wrong.length != right.length) {
            return false;
        }
        for (int i = 0; i < wrong.length; i++) {
            if (!(Math.abs(wrong[i] - right[i]) <= NEAR * Math.abs(right[i]))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<double[]> read(String text) {
        return ExpressionParser.parse(text, Vocabulary.NUMBERS).tree().flatMap(NearMiss::entries);
    }

    private static Optional<double[]> entries(Expression e) {
        try {
            var value = Numerics.value(e, Map.of());
            return value.isFinite() ? Optional.of(value.entries()) : Optional.empty();
        } catch (NumericException notNumbers) {
            return Optional.empty();
        }
    }

    private static String written(String kind, double[] entries, int digits) {
        var written = new ArrayList<String>();
        for (double entry : entries) {
            written.add(BigDecimal.valueOf(entry).round(new MathContext(digits)).toPlainString());
        }
        var together = String.join(", ", written);
        return switch (kind) {
            case "vector", "point" -> "(" + together + ")";
            case "set" -> "{" + together + "}";
            default -> together;
        };
    }
}
