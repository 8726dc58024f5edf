package org.nabla.progress;

import java.time.Instant;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.grading.Outcome;

/** One answer to an exercise of one part, in short. */
public record Trace(ExerciseId template, Seed seed, Outcome outcome, String typed, boolean unaided, Instant at) {

    static Trace of(Object[] row) {
        return new Trace(
                new ExerciseId((String) row[0]),
                new Seed(((Number) row[1]).longValue()),
                Outcome.valueOf((String) row[2]),
                (String) row[3],
                (Boolean) row[4],
                (Instant) row[5]);
    }
}
