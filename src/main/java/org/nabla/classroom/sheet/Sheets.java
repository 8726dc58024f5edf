package org.nabla.classroom.sheet;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nabla.exercise.Exercise;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Verdict;
import org.nabla.grading.grader.Grader;

/** Writes exercises out with their keys as formulas. */
@Singleton
public class Sheets {
    private static final List<String> CHOICES = List.of("choice", "choices");

    private final Grader grader;

    Sheets(Grader grader) {
        this.grader = grader;
    }

    public ExerciseSheet of(Exercise exercise, int number, String points) {
        return new ExerciseSheet(
                number,
                points,
                exercise.title(),
                exercise.prompt(),
                exercise.figure(),
                exercise.parts().stream().map(this::box).toList(),
                exercise.solution(),
                "/practice/" + exercise.template() + (exercise.seed().beyondPractice() ? "" : "/" + exercise.seed()));
    }

    private ExerciseSheet.Box box(Exercise.Part part) {
        var answer = part.answer();
        var options = CHOICES.contains(answer.kind())
                ? answer.options().getOrDefault("options", List.of())
                : List.<String>of();
        return new ExerciseSheet.Box(part.label(), options, key(answer));
    }

    /** What is expected, as prose. */
    private String key(AnswerSpec answer) {
        if (CHOICES.contains(answer.kind())) {
            return String.join("; ", answer.value());
        }
        var text = String.join(", ", answer.value());
        return formula(answer, text).orElse("`" + text + "`");
    }

    /** A text in the input language as a formula, where it is a response that the answer can be given. */
    public Optional<String> formula(AnswerSpec answer, String text) {
        try {
            return grader.read(answer, text).map(Verdict.Understood::latex).map(latex -> "$" + latex + "$");
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a key of a kind that reads other things than it expects
        }
    }
}
