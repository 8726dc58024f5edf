package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.exercise.check.TemplateCheck.Problem;
import org.nabla.exercise.check.TemplateReport.Check;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.math.Expression;
import org.nabla.math.writing.LatexWriter;

/** Whether what a learner reads typesets, and looks as a careful person would write it. */
final class ProseCheck {
    private static final int LINE = 110;
    private static final Pattern MATH = Pattern.compile("(?s)\\$\\$(.+?)\\$\\$|\\$(.+?)\\$");
    private static final Map<String, Pattern> CLUMSY = clumsy();

    private final ExerciseGenerator.Work work;
    private final List<Problem> problems = new ArrayList<>();

    ProseCheck(ExerciseGenerator.Work work) {
        this.work = work;
    }

    /**
     * The problems of one text alone.
     *
     * @param where what it is called in a message
     */
    List<Problem> problems(String where, String text) {
        int before = problems.size();
        prose(where, text);
        return List.copyOf(problems.subList(before, problems.size()));
    }

    private static Map<String, Pattern> clumsy() {
        var patterns = new LinkedHashMap<String, Pattern>();
        patterns.put("two signs in a row", Pattern.compile("[-+]\\s*[-+](?!\\})|\\\\cdot\\s*-|\\\\times\\s*-"));
        patterns.put(
                "a factor 1 that nobody writes",
                Pattern.compile(
                        "(?<![0-9.}_^{])1\\s?(?:[a-zA-Z(]|\\\\(?!cdot|times|le|ge|to|text|quad|right|end|\\\\|,|;|in|cup|pm|approx|ne|neq|lt|gt|dots|ldots|implies|mapsto|leq|geq|big|Big|mid|and|or|rangle)[a-z]+)"));
        patterns.put(
                "an exponent 1",
                Pattern.compile("(?<!_\\w)(?<!_\\{.{1,60}\\})\\^(1(?![0-9.,/])|\\{1(?![0-9.,/]|\\s*[-+]))"));
        patterns.put("a factor 0", Pattern.compile("(?<![0-9.])0\\s?(?:[a-zA-Z]|\\\\cdot\\s?[a-zA-Z])"));
        patterns.put("no value", Pattern.compile("NaN|Indeterminate|ComplexInfinity|DirectedInfinity"));
        return patterns;
    }

    List<Problem> problems() {
        var exercise = work.exercise();
        prose("the prompt", exercise.prompt());
        for (var part : exercise.parts()) {
            prose("the label of part " + part.id(), part.label());
            part.answer().mistakes().forEach(m -> prose("feedback", m.feedback()));
            part.answer().options().getOrDefault("options", List.of()).forEach(o -> prose("an option", o));
        }
        exercise.hints().forEach(h -> prose("a hint", h));
        exercise.solution().forEach(s -> prose("a step of the solution", s));
        exercise.figure().ifPresent(f -> {
            prose("the alternative text", f.alternative());
            if (f.alternative().isBlank()) {
                problems.add(Problem.failure(Check.TYPESETS, "the figure has no alternative text"));
            }
        });
        work.answers().values().forEach(this::answer);
        hints();
        return problems;
    }

    private void prose(String where, String text) {
        if (text.replace("\\$", "").chars().filter(c -> c == '$').count() % 2 != 0) {
            problems.add(Problem.failure(Check.TYPESETS, where + ": a dollar has no partner in \"" + text + "\""));
            return;
        }
        var math = MATH.matcher(text);
        while (math.find()) {
            latex(where, Optional.ofNullable(math.group(1)).orElse(String.valueOf(math.group(2))));
        }
    }

    private void latex(String where, String latex) {
        Typesetting.problem(latex)
                .ifPresent(
                        p -> problems.add(Problem.failure(Check.TYPESETS, where + ": " + p + " in $" + latex + "$")));
        CLUMSY.forEach((name, pattern) -> {
            var found = pattern.matcher(latex);
            if (found.find()) {
                problems.add(Problem.failure(
                        Check.GENERATES, where + ": " + name + ", \"" + found.group() + "\" in $" + latex + "$"));
            }
        });
        if (visible(latex) > LINE) {
            problems.add(Problem.note(Check.GENERATES, where + ": longer than a line: $" + latex + "$"));
        }
    }

    /** About how many characters stand beside each other. */
    private static int visible(String latex) {
        return latex.replaceAll(
                        "\\\\(left|right|mathbf|mathrm|operatorname|text|begin|end|displaystyle|bmatrix|pmatrix)", "")
                .replaceAll("\\\\[a-zA-Z]+", "m")
                .replaceAll("[{}^_\\s&]", "")
                .length();
    }

    private void answer(Expression answer) {
        if (contains(answer, Expression.Constant.I)) {
            problems.add(Problem.failure(Check.GENERATES, "the answer is complex: " + LatexWriter.write(answer)));
        }
        if (visible(LatexWriter.write(answer)) > LINE) {
            problems.add(Problem.note(Check.GENERATES, "the answer is longer than a line"));
        }
    }

    private static boolean contains(Expression e, Expression part) {
        return e.equals(part) || e.children().stream().anyMatch(child -> contains(child, part));
    }

    /** A hint never contains the answer: no formula of it may be the answer, or end in it. */
    private void hints() {
        for (var answer : work.answers().values()) {
            var latex = LatexWriter.write(answer);
            if (latex.length() < 3) {
                continue; // a small number stands anywhere by chance
            }
            for (var hint : work.exercise().hints()) {
                var math = MATH.matcher(hint);
                while (math.find()) {
                    var found = Optional.ofNullable(math.group(1)).orElse(String.valueOf(math.group(2)));
                    if (found.equals(latex) || found.endsWith("= " + latex)) {
                        problems.add(Problem.failure(Check.TYPESETS, "a hint contains the answer $" + latex + "$"));
                    }
                }
            }
        }
    }
}
