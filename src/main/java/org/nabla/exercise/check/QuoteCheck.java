package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.check.TemplateCheck.Problem;
import org.nabla.exercise.check.TemplateReport.Check;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.numeric.Numeric;
import org.nabla.exercise.numeric.NumericException;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.math.Expression;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;

/** Whether the worked way speaks of this very exercise: what it quotes stands in the prompt, and its numbers add up. */
final class QuoteCheck {
    private static final Pattern MATH = Pattern.compile("(?s)(?<!\\\\)\\$\\$?(.+?)\\$\\$?");
    /** Sentences that point at a piece of the prompt. */
    private static final Pattern QUOTE =
            Pattern.compile("(?i)\\b(?:inner function is|the factors) \\$([^$]+)\\$(?: and \\$([^$]+)\\$)?");

    private static final Pattern LIMIT = Pattern.compile("\\\\lim_\\{([a-zA-Z])\\s*\\\\to[^}]*\\}(.*)");
    /** A side that is a number and nothing else: digits, operations, roots and fractions. */
    private static final Pattern NUMBERS = Pattern.compile(
            "(?:[-+0-9.\\s(){}]|\\\\left[(]|\\\\right[)]|\\\\cdot|\\\\times|\\\\frac|\\\\sqrt|\\^|\\\\pi)+");

    private static final double TOLERANCE = 1e-6;

    private QuoteCheck() {}

    static List<Problem> problems(ExerciseGenerator.Work work) {
        var problems = new ArrayList<Problem>();
        var prompt = bare(asked(work.exercise()));
        for (var step : work.exercise().solution()) {
            var quote = QUOTE.matcher(step);
            while (quote.find()) {
                for (int i = 1; i <= quote.groupCount(); i++) {
                    Optional.ofNullable(quote.group(i))
                            .filter(q -> !prompt.contains(bare(q)))
                            .ifPresent(q -> problems.add(Problem.failure(
                                    Check.QUOTED, "a step speaks of $" + q + "$, which is not in the prompt")));
                }
            }
            var math = MATH.matcher(step);
            while (math.find()) {
                unequal(math.group(1)).ifPresent(problems::add);
            }
        }
        var math = MATH.matcher(work.exercise().prompt());
        while (math.find()) {
            cancelled(math.group(1)).ifPresent(problems::add);
        }
        return problems;
    }

    /** All that is asked: the prompt, and what stands before each box. */
    private static String asked(Exercise exercise) {
        return exercise.prompt()
                + exercise.parts().stream().map(Exercise.Part::label).collect(Collectors.joining(" ", " ", ""));
    }

    /** Without what only sets it: spaces, the size of brackets, and those around a lone letter that a function is given. */
    private static String bare(String latex) {
        return latex.replaceAll("\\\\left|\\\\right|\\\\,|\\s", "").replaceAll("(\\\\[a-z]+)\\(([a-z])\\)", "$1$2");
    }

    /** A limit of something in which the variable is no longer. */
    private static Optional<Problem> cancelled(String latex) {
        var limit = LIMIT.matcher(latex);
        return limit.find()
                        && !limit.group(2).isBlank()
                        && !limit.group(2).replaceAll("\\\\[a-z]+", "").contains(limit.group(1))
                        && !limit.group(2).matches("(?s).*\\bf\\b.*")
                ? Optional.of(Problem.failure(Check.QUOTED, "nothing is left of the limit in $" + latex + "$"))
                : Optional.empty();
    }

    /** Two numbers with an equals sign between them that are not equal. */
    private static Optional<Problem> unequal(String latex) {
        if (latex.contains("\\begin") || latex.contains(",") || latex.contains("\\text")) {
            return Optional.empty();
        }
        var sides = latex.split("=", -1);
        Optional<Double> before = Optional.empty();
        for (var side : sides) {
            var value = NUMBERS.matcher(side.strip()).matches() ? number(side) : Optional.<Double>empty();
            if (value.isPresent()
                    && before.isPresent()
                    && Math.abs(value.get() - before.get()) > TOLERANCE * Math.max(1, Math.abs(value.get()))) {
                return Optional.of(Problem.failure(Check.QUOTED, "a step says $" + latex + "$, which is not so"));
            }
            before = value;
        }
        return Optional.empty();
    }

    private static Optional<Double> number(String latex) {
        return ExpressionParser.parse(latex, Vocabulary.NUMBERS).tree().flatMap(QuoteCheck::number);
    }

    private static Optional<Double> number(Expression e) {
        try {
            Numeric value = Numerics.value(e, Map.of());
            return value.entries().length == 1 && value.isFinite() ? Optional.of(value.number()) : Optional.empty();
        } catch (NumericException notANumber) {
            return Optional.empty();
        }
    }
}
