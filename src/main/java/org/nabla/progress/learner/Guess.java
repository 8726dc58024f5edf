package org.nabla.progress.learner;

import java.util.List;
import org.nabla.exercise.Exercise;
import org.nabla.grading.AnswerSpec;
import org.nabla.progress.mastery.Mastery;

/** How likely luck alone answers an exercise rightly. */
final class Guess {
    private Guess() {}

    /** All parts must be right; several typed answers are one stroke of luck, since a learner has them all or none. */
    static double of(Exercise exercise) {
        var luck = 1.0;
        var typed = false;
        for (var part : exercise.parts()) {
            var options = options(part.answer());
            if (options == 0) {
                typed = true;
            } else {
                luck /= options;
            }
        }
        return typed ? luck * Mastery.TYPED_GUESS : luck;
    }

    /** Among how many answers is chosen; 0 where the answer is typed. */
    private static double options(AnswerSpec answer) {
        var options = answer.options().getOrDefault("options", List.of()).size();
        switch (answer.kind()) {
            case "choice":
                return options;
            case "choices":
                return Math.pow(2, options);
            default:
                return 0;
        }
    }
}
