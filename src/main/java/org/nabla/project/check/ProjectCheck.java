package org.nabla.project.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nabla.exercise.TemplateError;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Grader;
import org.nabla.project.making.NotDrawnException;
import org.nabla.project.making.Numbers;
import org.nabla.project.making.ProjectMaker;
import org.nabla.project.making.Solved;
import org.nabla.project.making.StepKeys;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/** Tries a project with many seeds: data are drawn, keys are right as typed, each mistake is wrong and says its own sentence. */
public final class ProjectCheck {
    private static final int LONG = 12;

    private final Grader grader;
    private final Predicate<String> isSkill;

    /** @param isSkill whether the curriculum has such a skill */
    public ProjectCheck(Grader grader, Predicate<String> isSkill) {
        this.grader = grader;
        this.isSkill = isSkill;
    }

    /** All that is wrong, with its place; empty where all is well. */
    public List<TemplateError> errors(ProjectPlan plan, int seeds) {
        var errors = new ArrayList<TemplateError>();
        plan.needs().stream()
                .filter(skill -> !isSkill.test(skill))
                .forEach(skill -> errors.add(new TemplateError(plan.place(), "there is no skill " + skill)));
        for (var step : plan.steps()) {
            step.skill()
                    .filter(skill -> !isSkill.test(skill))
                    .ifPresent(skill -> errors.add(new TemplateError(step.place(), "there is no skill " + skill)));
            errors.addAll(PythonNames.errors(step));
        }
        for (int seed = 0; seed < seeds && errors.isEmpty(); seed++) {
            errors.addAll(errors(plan, (long) seed));
        }
        return errors;
    }

    private List<TemplateError> errors(ProjectPlan plan, long seed) {
        var errors = new ArrayList<TemplateError>();
        try {
            var solved = ProjectMaker.make(plan, seed);
            for (var step : plan.steps()) {
                if (step.answer().computed().isPresent() || seed == 0) {
                    errors.addAll(errors(step, solved));
                }
            }
        } catch (NotDrawnException | IllegalArgumentException e) {
            errors.add(new TemplateError(plan.place(), String.valueOf(e.getMessage())));
        }
        return errors;
    }

    private List<TemplateError> errors(Step step, Solved solved) {
        var errors = new ArrayList<TemplateError>();
        var answer = StepKeys.of(step, solved);
        for (var typed : typings(step, key(step, answer, solved))) {
            var verdict = grader.grade(answer, typed);
            if (verdict.outcome() != Outcome.CORRECT) {
                errors.add(new TemplateError(
                        step.answer().place(),
                        step.id() + ", seed " + solved.seed() + ": the key typed as " + typed + " is "
                                + verdict.outcome() + " " + verdict.message()));
            }
        }
        for (int i = 0; i < answer.mistakes().size(); i++) {
            var mistake = answer.mistakes().get(i);
            for (var typed : typings(step, numbers(step, mistake.value()))) {
                var verdict = grader.grade(answer, typed);
                boolean told = verdict.outcome() == Outcome.WRONG || verdict.outcome() == Outcome.PARTIAL;
                if (!told || !verdict.message().equals(mistake.feedback())) {
                    errors.add(new TemplateError(
                            step.place(),
                            step.id() + ", seed " + solved.seed() + ": the mistake " + typed + " (" + mistake.feedback()
                                    + ") is " + verdict.outcome() + " and says \"" + verdict.message() + "\""));
                }
            }
        }
        return errors;
    }

    /** A text, or the numbers of which one is made. */
    private record Typed(String text, double[] numbers) {}

    private static Typed key(Step step, AnswerSpec answer, Solved solved) {
        return step.answer().measured()
                ? new Typed(
                        "",
                        Objects.requireNonNull(
                                solved.values().get(step.answer().computed().orElseThrow()), step.id()))
                : new Typed(String.join(", ", answer.value()), new double[0]);
    }

    private static Typed numbers(Step step, String value) {
        if (!step.answer().measured()) {
            return new Typed(value, new double[0]);
        }
        var texts = value.replaceAll("[()\\s]", "").split(",");
        var numbers = new double[texts.length];
        for (int i = 0; i < texts.length; i++) {
            numbers[i] = Double.parseDouble(texts[i]);
        }
        return new Typed(value, numbers);
    }

    /** To the digits asked, and to twelve. */
    private static List<String> typings(Step step, Typed typed) {
        return typed.numbers().length == 0
                ? List.of(typed.text())
                : List.of(
                        text(step, typed.numbers(), step.answer().digits().orElse(LONG)),
                        text(step, typed.numbers(), LONG));
    }

    private static String text(Step step, double[] numbers, int digits) {
        var texts = java.util.Arrays.stream(numbers).mapToObj(n -> Numbers.typed(n, digits));
        return step.answer().kind().equals("list") || numbers.length == 1
                ? texts.collect(Collectors.joining(", "))
                : texts.collect(Collectors.joining(", ", "(", ")"));
    }
}
