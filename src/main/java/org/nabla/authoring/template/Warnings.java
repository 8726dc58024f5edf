package org.nabla.authoring.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Formula;
import org.nabla.exercise.template.Prose;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Grader;

/** What an author may not have meant: nothing of it keeps a template from being saved. */
final class Warnings {

    private static final int MOST = 12;
    /** What is code to a computer and looks odd to a reader. */
    private static final Map<Pattern, String> CODE = Map.of(
            Pattern.compile("\\*\\*"), "** is code: write x^2",
            Pattern.compile("(?<![=<>!])==(?!=)"), "== is code: write =",
            Pattern.compile("\\b(np|math|numpy|Math)\\.\\w"), "names such as np.sin are code: write sin(x)",
            Pattern.compile("&&|\\|\\|(?=\\s)"), "&& and || are code: write and, or");

    private static final Pattern FORMULA_IN_WORDS =
            Pattern.compile("\\b[a-z]\\^[0-9{]|\\b(sqrt|sin|cos|exp|ln)\\(|[a-z0-9]\\s*\\*\\s*[a-z0-9(]");

    private final Grader grader;

    Warnings(Grader grader) {
        this.grader = grader;
    }

    /** @param exercises some of what the template gives; none where it gives nothing */
    List<String> of(ExerciseTemplate template, List<Exercise> exercises) {
        var warnings = new LinkedHashSet<String>();
        prose(template, warnings);
        divisions(template, warnings);
        exercises.forEach(exercise -> mistakes(template, exercise, warnings));
        guesses(template, exercises, warnings);
        return warnings.stream().limit(MOST).toList();
    }

    private static void prose(ExerciseTemplate template, Set<String> warnings) {
        text("The question", template.page().prompt(), warnings);
        each("Hint", template.page().hints(), warnings);
        each("Step", template.page().solution(), warnings);
        for (var part : template.parts()) {
            each(
                    "The sentence of mistake",
                    part.mistakes().stream()
                            .map(ExerciseTemplate.Mistake::feedback)
                            .toList(),
                    warnings);
        }
    }

    private static void each(String name, List<Prose> texts, Set<String> warnings) {
        for (int i = 0; i < texts.size(); i++) {
            text(name + " " + (i + 1), texts.get(i), warnings);
        }
    }

    private static void text(String name, Prose prose, Set<String> warnings) {
        var shown = new StringBuilder();
        for (var segment : prose.segments()) {
            shown.append(segment.literal("0"));
        }
        var code = shown.toString().replaceAll("`[^`]*`", " ").replace("\\$", " ");
        if (code.chars().filter(c -> c == '$').count() % 2 != 0) {
            warnings.add(name + " has a lone $: mathematics stands between two.");
            return;
        }
        var words = code.replaceAll("(?s)\\$\\$?[^$]*\\$\\$?", " ");
        if (FORMULA_IN_WORDS.matcher(words).find()) {
            warnings.add(name + " has a formula among its words: put it between dollar signs.");
        }
        CODE.forEach((pattern, sentence) -> {
            if (pattern.matcher(code).find()) {
                warnings.add(name + ": " + sentence + ".");
            }
        });
    }

    /** A number that may be drawn as 0, by which something is divided. */
    private static void divisions(ExerciseTemplate template, Set<String> warnings) {
        var excluded = template.numbers().require().stream()
                .flatMap(condition -> condition.formulas().stream())
                .map(Formula::text)
                .toList();
        template.numbers().parameters().forEach((name, draw) -> {
            boolean guarded = excluded.stream().anyMatch(text -> text.matches(".*\\b" + Pattern.quote(name) + "\\b.*"));
            if (draw.mayBeZero() && !guarded && formulas(template).anyMatch(text -> divides(text, name))) {
                warnings.add("Something is divided by " + name + ", which may be 0: draw it with “except 0”.");
            }
        });
    }

    private static boolean divides(String text, String name) {
        return Pattern.compile("/\\s*" + Pattern.quote(name) + "\\b(?!\\s*\\()")
                .matcher(text)
                .find();
    }

    private static Stream<String> formulas(ExerciseTemplate template) {
        var values = template.parts().stream().flatMap(part -> part.answer().computed().stream());
        var prose = Stream.of(template.page().prompt()).flatMap(p -> p.formulas().stream());
        return Stream.of(template.numbers().define().values().stream(), values, prose)
                .flatMap(s -> s)
                .map(Formula::text);
    }

    private void mistakes(ExerciseTemplate template, Exercise exercise, Set<String> warnings) {
        for (int i = 0; i < exercise.parts().size(); i++) {
            var part = exercise.parts().get(i);
            var answer = part.answer();
            var written = template.parts().get(i).mistakes();
            var left = part.left().isEmpty()
                    ? IntStream.range(0, answer.mistakes().size()).boxed().toList()
                    : part.left();
            for (int k = 0; k < written.size(); k++) {
                if (written.get(k).when().isEmpty() && !left.contains(k)) {
                    warnings.add("In variant " + exercise.seed() + " mistake " + (k + 1)
                            + " is the right answer or another mistake: require that they differ.");
                }
            }
            for (var mistake : answer.mistakes()) {
                if (isRight(part, mistake.value())) {
                    warnings.add("In variant " + exercise.seed() + " the mistake " + mistake.value()
                            + " is accepted as the right answer: require that they differ.");
                }
            }
        }
    }

    private boolean isRight(Exercise.Part part, String typed) {
        try {
            return grader.grade(part.answer(), typed).outcome() == Outcome.CORRECT;
        } catch (RuntimeException e) {
            return false; // what cannot be graded is said by the checks
        }
    }

    private static void guesses(ExerciseTemplate template, List<Exercise> exercises, Set<String> warnings) {
        if (exercises.size() < TemplateWorkshop.VARIANTS) {
            return;
        }
        for (int i = 0; i < template.parts().size(); i++) {
            int number = i;
            var answers = new ArrayList<List<String>>();
            exercises.forEach(exercise ->
                    answers.add(exercise.parts().get(number).answer().value()));
            var name = template.parts().size() == 1 ? "The answer" : "Answer " + (i + 1);
            if (new TreeSet<>(answers.stream().map(String::valueOf).toList()).size() == 1) {
                warnings.add(name + " is the same in all variants shown: it can be guessed.");
            }
            var options = exercises.get(0).parts().get(i).answer().options().getOrDefault("options", List.of());
            if (options.size() == 2) {
                warnings.add(name + " is one of two: every second guess is right.");
            }
        }
    }
}
