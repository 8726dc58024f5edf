package org.nabla.project.making;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.exercise.Exercise;
import org.nabla.grading.AnswerSpec;
import org.nabla.project.template.Sort;
import org.nabla.project.template.Step;

/** The answer of a step as the checker takes it. */
public final class StepKeys {
    /** The kind of answer whose entries are given one by one. */
    private static final String LIST = "list";

    private StepKeys() {}

    /** Of a step of which nothing is computed. */
    public static AnswerSpec fixed(Step step) {
        var mistakes = step.mistakes().stream()
                .map(m -> new AnswerSpec.Mistake(m.value().orElse(""), m.feedback()))
                .toList();
        return new AnswerSpec(step.answer().kind(), step.answer().value(), step.variables(), options(step), mistakes);
    }

    /** With the numbers of these data. */
    public static AnswerSpec of(Step step, Solved solved) {
        return part(step, solved).answer();
    }

    /** What is answered with the numbers of these data, as the one part of an exercise. */
    static Exercise.Part part(Step step, Solved solved) {
        return keyed(step, solved).weighing(weight(step.sort()));
    }

    /** How much the answer says of what somebody can do by hand. */
    private static Exercise.Weight weight(Sort sort) {
        return switch (sort) {
            case PROGRAM -> Exercise.Weight.HALF;
            case PREDICT, REFLECT -> Exercise.Weight.NONE;
            case DERIVE, HAND -> Exercise.Weight.FULL;
        };
    }

    private static Exercise.Part keyed(Step step, Solved solved) {
        var name = step.answer().computed();
        if (name.isEmpty()) {
            var fixed = fixed(step);
            return only(new AnswerSpec(
                    fixed.kind(), fixed.value(), fixed.variables(), fixed.options(), filled(fixed.mistakes(), solved)));
        }
        var key = solved.values().get(name.get());
        if (key == null) {
            throw new IllegalArgumentException(step.id() + ": nothing is named " + name.get());
        }
        return step.answer().options().isEmpty() ? number(step, key, solved) : choice(step, key, solved);
    }

    private static Exercise.Part number(Step step, double[] key, Solved solved) {
        boolean exact = step.answer().digits().isEmpty();
        var mistakes = new ArrayList<AnswerSpec.Mistake>();
        var left = new ArrayList<Integer>();
        for (int i = 0; i < step.mistakes().size(); i++) {
            var mistake = step.mistakes().get(i);
            var value = mistake.bug()
                    .map(bug -> Optional.ofNullable(solved.slips()
                                    .getOrDefault(bug, Map.of())
                                    .get(step.answer().computed().orElseThrow()))
                            .filter(Distances::finite)
                            .map(slip -> text(step, slip, exact)))
                    .orElse(mistake.value());
            if (value.isPresent()) {
                left.add(i);
                mistakes.add(new AnswerSpec.Mistake(value.get(), Filling.fill(mistake.feedback(), solved)));
            }
        }
        var values = step.answer().kind().equals(LIST)
                ? Arrays.stream(key)
                        .mapToObj(v -> exact ? Numbers.tidy(v) : Numbers.exact(v))
                        .toList()
                : List.of(text(step, key, exact));
        return only(new AnswerSpec(step.answer().kind(), values, step.variables(), options(step), mistakes))
                .leaving(moved(step, left));
    }

    private static String text(Step step, double[] values, boolean exact) {
        var numbers = Arrays.stream(values).mapToObj(v -> exact ? Numbers.tidy(v) : Numbers.exact(v));
        if (step.answer().kind().equals(LIST)) {
            return numbers.collect(Collectors.joining(", "));
        }
        return values.length == 1 && step.answer().kind().equals("number")
                ? numbers.findFirst().orElseThrow()
                : numbers.collect(Collectors.joining(", ", "(", ")"));
    }

    /** Of a choice the right option is computed; the wrong ones are all others, so a mistake that is right now is left out. */
    private static Exercise.Part choice(Step step, double[] key, Solved solved) {
        var right = step.answer().options().get((int) key[0] - 1);
        var left = new ArrayList<Integer>();
        var mistakes = new ArrayList<AnswerSpec.Mistake>();
        for (int i = 0; i < step.mistakes().size(); i++) {
            var mistake = step.mistakes().get(i);
            if (mistake.value().filter(v -> !v.equals(right)).isPresent()) {
                left.add(i);
                mistakes.add(new AnswerSpec.Mistake(mistake.value().get(), Filling.fill(mistake.feedback(), solved)));
            }
        }
        return only(new AnswerSpec(step.answer().kind(), List.of(right), step.variables(), options(step), mistakes))
                .leaving(moved(step, left));
    }

    private static Exercise.Part only(AnswerSpec answer) {
        return Exercise.Part.of("a", "", answer);
    }

    private static List<Integer> moved(Step step, List<Integer> left) {
        return left.size() < step.mistakes().size() ? left : List.of();
    }

    private static List<AnswerSpec.Mistake> filled(List<AnswerSpec.Mistake> mistakes, Solved solved) {
        return mistakes.stream()
                .map(m -> new AnswerSpec.Mistake(m.value(), Filling.fill(m.feedback(), solved)))
                .toList();
    }

    private static Map<String, List<String>> options(Step step) {
        var options = new LinkedHashMap<>(step.answer().other());
        if (!step.answer().options().isEmpty()) {
            options.put("options", step.answer().options());
        }
        step.answer().digits().ifPresent(digits -> options.put("decimals", List.of(digits.toString())));
        if (step.answer().measured()) {
            options.put("measured", List.of("true"));
        }
        return options;
    }
}
