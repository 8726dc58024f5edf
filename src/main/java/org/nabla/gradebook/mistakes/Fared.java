package org.nabla.gradebook.mistakes;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.ProblemMark;
import org.nabla.exercise.ExerciseId;

/**
 * How one learner fared at one problem that they have answered.
 *
 * @param problem at which they had it
 * @param exercise the exercise with its numbers
 * @param helped whether they opened a hint or the worked way
 * @param time spent on it up to the first right answer, as far as it is known: idle time is capped; empty where there is none
 * @param rest the share that they have of the other points of the assignment; empty where there are no others
 */
public record Fared(
        ExerciseId template,
        long problem,
        long exercise,
        UserId learner,
        double share,
        int attempts,
        boolean firstRight,
        boolean solved,
        int wrongInRow,
        boolean helped,
        Optional<Duration> time,
        OptionalDouble rest) {

    public boolean stuck() {
        return !solved && wrongInRow >= ProblemMark.STUCK;
    }
}
