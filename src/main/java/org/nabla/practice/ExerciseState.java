package org.nabla.practice;

import java.util.Map;
import java.util.Optional;
import org.nabla.progress.GradedAttempt;
import org.nabla.progress.Help;
import org.nabla.progress.StoredExercise;

/**
 * All that the page of an exercise depends on.
 *
 * @param chapter the slug of the chapter in which it stands
 * @param attempt the one whose verdict is shown
 * @param typed what stands in the boxes, by part; where nothing is said, what the attempt answered
 */
record ExerciseState(
        StoredExercise stored, String chapter, Optional<GradedAttempt> attempt, Map<String, String> typed, Help help) {

    String typed(String part) {
        var now = typed.get(part);
        return now != null
                ? now
                : attempt.flatMap(a -> a.response(part)).map(r -> r.typed()).orElse("");
    }
}
