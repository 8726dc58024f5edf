package org.nabla.progress.attempt;

import java.time.Instant;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.grading.Outcome;

/** One answer to an exercise of one part, in short. */
public record Trace(ExerciseId template, Seed seed, Outcome outcome, String typed, boolean unaided, Instant at) {}
