package org.nabla.practice.desk;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nabla.progress.attempt.GradedAttempt;

/**
 * What somebody has written of an exercise so far.
 *
 * @param attempt the one whose verdict is shown, if the rules allow
 * @param typed what stands in the boxes, by part; where nothing is said, what the attempt answered
 * @param next the name of the form that will be sent next
 * @param interruption what became of the session while the page was open
 */
public record AnswerSheet(
        Optional<GradedAttempt> attempt, Map<String, String> typed, UUID next, SessionEnd interruption) {

    /** One on which nothing is written. */
    static AnswerSheet blank(UUID next) {
        return new AnswerSheet(Optional.empty(), Map.of(), next, SessionEnd.NONE);
    }

    AnswerSheet during(SessionEnd other) {
        return new AnswerSheet(attempt, typed, next, other);
    }

    String typed(String part) {
        var now = typed.get(part);
        return now != null
                ? now
                : attempt.flatMap(a -> a.response(part)).map(r -> r.typed()).orElse("");
    }
}
