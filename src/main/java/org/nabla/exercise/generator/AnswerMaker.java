package org.nabla.exercise.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.numeric.Sameness;
import org.nabla.exercise.template.Content;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Formula;
import org.nabla.exercise.template.Prose;
import org.nabla.grading.AnswerSpec;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.PartialVisitor;
import org.nabla.math.writing.TextWriter;

/** Makes the answer of a part concrete, with those of its mistakes that are mistakes for the drawn values. */
public final class AnswerMaker {
    /** Kinds whose key is a form, not a value. */
    private static final Set<String> FORMS = Set.of("integral", "condition");

    private static final ExpressionVisitor<List<Expression>> ENTRIES = new PartialVisitor<>() {
        @Override
        public List<Expression> braces(Expression.Braces braces) {
            return braces.entries();
        }

        @Override
        public List<Expression> listing(Expression.Listing listing) {
            return listing.entries();
        }

        @Override
        public List<Expression> otherwise(Expression e) {
            return List.of(e);
        }
    };

    private final NameScope scope;
    private final ParameterDrawer drawing;
    private final Map<String, Expression> answers;
    private final Texts texts = new Texts();
    private boolean keepsForm;

    /** @param answers the keys of the earlier parts; the one of this part is added */
    AnswerMaker(NameScope scope, ParameterDrawer drawing, Map<String, Expression> answers) {
        this.scope = scope;
        this.drawing = drawing;
        this.answers = answers;
    }

    /**
     * A part without its label.
     *
     * @param mistakes which of the mistakes that its author wrote are left in it, counted from 0
     */
    record Made(Exercise.Part part, List<Integer> mistakes) {}

    Made make(ExerciseTemplate.Part part) {
        var answer = part.answer();
        if (answer.ordersSteps()) {
            return ordered(part);
        }
        keepsForm = FORMS.contains(answer.kind());
        var options = new LinkedHashMap<String, List<String>>();
        answer.options().forEach((name, contents) -> options.put(name, texts(contents)));
        var carry = Optional.of(answer)
                .filter(later -> !later.given().isEmpty())
                .map(later -> new Exercise.Carry(later.given(), carried(later)));
        answer.given().forEach(id -> Optional.ofNullable(answers.get(id)).ifPresent(key -> scope.put(id, key)));
        if (answer.shuffled()) {
            options.computeIfPresent("options", (k, all) -> drawing.order(all));
        }
        var value = values(answer.value(), part.id());
        // What satisfies a condition is confirmed by its example: the condition itself has no value.
        Optional.ofNullable(answer.options().get("example"))
                .filter(example -> answer.kind().equals("condition"))
                .ifPresent(example -> answers.put(part.id(), together(example)));
        var left = new ArrayList<Integer>();
        var mistakes = mistakes(part, value, left);
        var moved = !left.isEmpty() && left.get(left.size() - 1) >= left.size();
        answer.given().forEach(id -> scope.values().remove(id));
        return new Made(
                new Exercise.Part(
                        part.id(),
                        "",
                        new AnswerSpec(answer.kind(), value, answer.variables(), options, mistakes),
                        moved ? left : List.of(),
                        carry,
                        List.of(),
                        Exercise.Weight.FULL,
                        List.of()),
                left);
    }

    /**
     * Steps in an order that was drawn, never the right one: the answer is the list of the numbers that they are shown with.
     * An author's mistake names the steps by their place in the right order.
     */
    private Made ordered(ExerciseTemplate.Part part) {
        var steps = texts(part.answer().value());
        var right = IntStream.rangeClosed(1, steps.size()).boxed().toList();
        var shown = drawing.order(right);
        while (shown.equals(right)) {
            shown = drawing.order(right);
        }
        var places = shown;
        var mistakes = new ArrayList<AnswerSpec.Mistake>();
        var left = new ArrayList<Integer>();
        for (int i = 0; i < part.mistakes().size(); i++) {
            var mistake = part.mistakes().get(i);
            if (mistake.when().map(scope::holds).orElse(true)) {
                var numbers = mistake.value().stream()
                        .flatMap(content -> content.computed().stream())
                        .map(scope::integer)
                        .map(step -> String.valueOf(places.indexOf(step) + 1))
                        .toList();
                left.add(i);
                mistakes.add(new AnswerSpec.Mistake(
                        String.join(", ", numbers), new ProseWriter(scope).write(mistake.feedback())));
            }
        }
        var numbers = right.stream()
                .map(step -> String.valueOf(places.indexOf(step) + 1))
                .toList();
        return new Made(
                new Exercise.Part(
                        part.id(),
                        "",
                        new AnswerSpec("list", numbers, Map.of(), Map.of(), mistakes),
                        List.of(),
                        Optional.empty(),
                        places.stream().map(step -> steps.get(step - 1)).toList(),
                        Exercise.Weight.FULL,
                        List.of()),
                left);
    }

    private Expression value(Formula formula) {
        return keepsForm ? scope.form(formula) : scope.value(formula);
    }

    private List<String> carried(ExerciseTemplate.Answer answer) {
        return answer.computed().stream()
                .map(formula -> TextWriter.write(scope.insert(formula)))
                .toList();
    }

    private List<String> values(List<Content> contents, String id) {
        if (!contents.isEmpty()
                && contents.stream().allMatch(content -> content.computed().isPresent())) {
            answers.put(id, together(contents));
        }
        return texts(contents);
    }

    /** The value of one formula, or of several as the entries of one. */
    private Expression together(List<Content> formulas) {
        var values = formulas.stream()
                .flatMap(content -> content.computed().stream())
                .map(this::value)
                .toList();
        return values.size() == 1 ? values.get(0) : new Expression.Braces(values);
    }

    private List<String> texts(List<Content> contents) {
        return contents.stream().flatMap(content -> content.to(texts).stream()).toList();
    }

    /** What is shown of each content, or typed for it. */
    private final class Texts implements Content.Visitor<List<String>> {
        @Override
        public List<String> formula(Formula formula) {
            return written(value(formula));
        }

        @Override
        public List<String> prose(Prose prose) {
            return List.of(new ProseWriter(scope).write(prose));
        }

        @Override
        public List<String> bare(Content.Bare bare) {
            return List.of(bare.text());
        }
    }

    /** A set or list that algebra found is written entry by entry. */
    private static List<String> written(Expression e) {
        return e.accept(ENTRIES).stream().map(TextWriter::write).toList();
    }

    private List<AnswerSpec.Mistake> mistakes(ExerciseTemplate.Part part, List<String> value, List<Integer> left) {
        var mistakes = new ArrayList<AnswerSpec.Mistake>();
        Set<List<String>> taken = new LinkedHashSet<>();
        taken.add(unordered(part.answer().kind(), value));
        var seen = new ArrayList<Expression>();
        if (answers.containsKey(part.id())) {
            seen.add(answers.get(part.id()));
        }
        for (int i = 0; i < part.mistakes().size(); i++) {
            var mistake = part.mistakes().get(i);
            if (!mistake.when().map(scope::holds).orElse(true)) {
                continue;
            }
            var kind = part.answer().kind();
            var texts = texts(mistake.value());
            if (taken.add(unordered(kind, texts)) && isNew(kind, mistake, seen)) {
                var written = together(kind, texts);
                left.add(i);
                mistakes.add(new AnswerSpec.Mistake(written, new ProseWriter(scope).write(mistake.feedback())));
            }
        }
        return mistakes;
    }

    /** Several values as one text, as a learner types them. */
    public static String together(String kind, List<String> texts) {
        if (texts.size() == 1) {
            return texts.get(0);
        }
        return switch (kind) {
            case "choices" -> String.join("; ", texts);
            case "set" -> "{" + String.join(", ", texts) + "}";
            default -> String.join(", ", texts);
        };
    }

    /** In one order where the order means nothing. */
    private static List<String> unordered(String kind, List<String> texts) {
        return kind.equals("choices") || kind.equals("set")
                ? texts.stream().sorted().toList()
                : texts;
    }

    /** Whether it is another answer than all seen so far; adds it. */
    private boolean isNew(String kind, ExerciseTemplate.Mistake mistake, List<Expression> seen) {
        if (mistake.value().isEmpty()
                || !mistake.value().stream()
                        .allMatch(content -> content.computed().isPresent())) {
            return true;
        }
        var value = together(mistake.value());
        if (seen.stream().anyMatch(other -> Sameness.asAnswers(kind, value, other))) {
            return false;
        }
        seen.add(value);
        return true;
    }
}
