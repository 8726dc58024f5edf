package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.check.TemplateCheck.Problem;
import org.nabla.exercise.check.TemplateReport.Check;
import org.nabla.exercise.generator.AnswerMaker;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.numeric.Letters;
import org.nabla.exercise.reading.LetterDomains;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.grading.grader.AnswerKey;
import org.nabla.grading.grader.Grader;
import org.nabla.math.CalculusException;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionSort;
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.formula.Calculus;
import org.nabla.math.writing.LatexWriter;
import org.nabla.math.writing.TextWriter;

/** Whether the checker accepts the answer, however it is written, and tells the mistakes apart. */
final class AnswerCheck {
    private static final Set<String> REWRITTEN =
            Set.of("number", "expression", "vector", "point", "matrix", "equation", "limit", "antiderivative");

    private final Calculus calculus;
    private final Grader grader;
    private final NearMiss nearMiss;

    private static final ExpressionVisitor<Expression> TURNED = new PartialVisitor<>() {
        @Override
        public Expression sum(Expression.Sum sum) {
            return new Expression.Sum(reversed(sum.terms()));
        }

        @Override
        public Expression product(Expression.Product product) {
            return product.factors().stream().noneMatch(AnswerCheck::isTall)
                    ? new Expression.Product(reversed(product.factors()))
                    : product;
        }

        @Override
        public Expression tuple(Expression.Tuple tuple) {
            return tuple.map(AnswerCheck::turned);
        }

        @Override
        public Expression relation(Expression.Relation r) {
            return r.signs().equals(List.of(Expression.Sign.EQUAL))
                    ? new Expression.Relation(
                            r.sides().get(1), Expression.Sign.EQUAL, r.sides().get(0))
                    : r;
        }

        @Override
        public Expression otherwise(Expression e) {
            return e;
        }
    };

    AnswerCheck(Calculus calculus, Grader grader) {
        this.calculus = calculus;
        this.grader = grader;
        this.nearMiss =
                new NearMiss((answer, typed) -> grader.grade(answer, typed).outcome());
    }

    List<Problem> problems(ExerciseTemplate template, ExerciseGenerator.Work work) {
        var problems = new ArrayList<Problem>();
        for (var part : work.exercise().parts()) {
            var malformed = malformed(part);
            if (malformed.isPresent()) {
                problems.add(malformed.get());
                continue;
            }
            var key = Optional.ofNullable(work.answers().get(part.id()));
            if (part.answer().kind().equals("number")
                    && key.map(k -> !Letters.free(k).isEmpty()).orElse(false)) {
                problems.add(Problem.failure(
                        Check.ANSWER, "part " + part.id() + ": the answer has letters in it; its kind is expression"));
            }
            for (var response : responses(part.answer(), key, template)) {
                expectCorrect(part, response).ifPresent(problems::add);
            }
            // A mistake of a condition is a condition itself, tried only on what is wrong already.
            int checked = part.answer().kind().equals("condition")
                    ? 0
                    : part.answer().mistakes().size();
            for (int i = 0; i < checked; i++) {
                mistake(part, i).ifPresent(problems::add);
            }
            problems.addAll(nearMiss.problems(part, key));
        }
        return problems;
    }

    /** What the checker refuses as a key, by name of the field. */
    private Optional<Problem> malformed(Exercise.Part part) {
        return AnswerKey.of(part.answer())
                .either(
                        key -> Optional.empty(),
                        refused -> Optional.of(Problem.failure(
                                Check.ANSWER,
                                "part " + part.id() + ", " + refused.field() + ": " + refused.message())));
    }

    private Optional<Problem> expectCorrect(Exercise.Part part, String response) {
        var verdict = grader.grade(part.answer(), response);
        if (verdict.outcome() == Outcome.CORRECT) {
            return Optional.empty();
        }
        return Optional.of(Problem.failure(
                Check.ANSWER,
                "part " + part.id() + ": the answer written as \"" + response + "\" is " + described(verdict)));
    }

    private static String described(Verdict verdict) {
        var problem = verdict.problem().map(p -> p.message()).orElse(verdict.message());
        return verdict.outcome() + (problem.isEmpty() ? "" : " (" + problem + ")");
    }

    /** The mistake must be recognised as itself: never correct, never taken for another. */
    private Optional<Problem> mistake(Exercise.Part part, int index) {
        var mistake = part.answer().mistakes().get(index);
        var verdict = grader.grade(part.answer(), mistake.value());
        boolean wrong = verdict.outcome() == Outcome.WRONG || verdict.outcome() == Outcome.PARTIAL;
        if (wrong && verdict.mistake().equals(Optional.of(Integer.toString(index)))) {
            return Optional.empty();
        }
        return Optional.of(Problem.failure(
                Check.MISTAKES,
                "part " + part.id() + ": the mistake " + mistake.value() + " is "
                        + (wrong
                                ? "taken for "
                                        + verdict.mistake()
                                                .map(m -> "mistake " + m)
                                                .orElse("no mistake")
                                : described(verdict))));
    }

    private List<String> responses(AnswerSpec answer, Optional<Expression> key, ExerciseTemplate template) {
        var responses = new ArrayList<String>();
        if (answer.kind().equals("condition")) {
            return answer.options().getOrDefault("example", List.of());
        }
        responses.add(
                answer.kind().equals("integral")
                        ? answer.value().get(0)
                        : AnswerMaker.together(answer.kind(), answer.value()));
        if (key.isPresent() && REWRITTEN.contains(answer.kind())) {
            responses.add(LatexWriter.write(key.get()));
            responses.add(TextWriter.write(turned(key.get())));
            if (!answer.options().containsKey("form")) {
                rewritten(key.get(), Function.EXPAND, template).ifPresent(responses::add);
                rewritten(key.get(), Function.FACTOR, template).ifPresent(responses::add);
            }
        }
        return responses.stream().distinct().toList();
    }

    private Optional<String> rewritten(Expression key, Function how, ExerciseTemplate template) {
        if (ExpressionSort.of(key) != ExpressionSort.ARITHMETIC && ExpressionSort.of(key) != ExpressionSort.FUNCTION) {
            return Optional.empty();
        }
        try {
            return Optional.of(TextWriter.write(calculus.evaluate(
                    new Expression.Call(how, key),
                    LetterDomains.of(template.numbers().variables()))));
        } catch (CalculusException e) {
            return Optional.empty();
        }
    }

    /** Terms and factors in the opposite order, as another person would write them. */
    private static Expression turned(Expression e) {
        return e.accept(TURNED);
    }

    private static boolean isTall(Expression e) {
        return ExpressionSort.of(e) == ExpressionSort.LIST || ExpressionSort.of(e) == ExpressionSort.MATRIX;
    }

    private static List<Expression> reversed(List<Expression> entries) {
        var result = new ArrayList<>(entries.stream().map(AnswerCheck::turned).toList());
        Collections.reverse(result);
        return result;
    }
}
