package org.nabla.gradebook.mistakes;

import java.time.Instant;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;

/**
 * One response that was not right.
 *
 * @param exercise the exercise with its numbers
 * @param mistake the mistake that was recognised: the number of the exercise's own, or the word of one that the checker found
 * @param understood the reading in one spelling
 * @param message what the learner was told
 */
record WrongResponse(
        ExerciseId template,
        long exercise,
        String part,
        UserId learner,
        Instant at,
        String typed,
        Optional<String> mistake,
        Optional<String> understood,
        String message) {}
