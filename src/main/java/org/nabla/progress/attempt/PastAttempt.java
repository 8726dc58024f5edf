package org.nabla.progress.attempt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nabla.exercise.Exercise;
import org.nabla.grading.Outcome;

/**
 * An attempt as the history shows it.
 *
 * @param exercise as the learner saw it, in the version of that day
 * @param told whether the learner may know the outcome already
 * @param timeSpent from the page to the answer, as far as it is known
 * @param typed the text in each box that was answered
 */
public record PastAttempt(
        HistoryPlace place,
        UUID submission,
        Exercise exercise,
        Outcome outcome,
        boolean told,
        boolean unaided,
        Optional<Duration> timeSpent,
        List<String> typed) {
    public PastAttempt {
        typed = List.copyOf(typed);
    }
}
