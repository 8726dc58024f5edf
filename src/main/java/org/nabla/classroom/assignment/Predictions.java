package org.nabla.classroom.assignment;

import org.nabla.exercise.ExerciseId;

/** Tells which exercises ask to foretell something. A feature that has such exercises is a bean of this type. */
public interface Predictions {

    /** Whether the first answer is kept, right or wrong, and earns its points by being given. */
    boolean isForetold(ExerciseId template);
}
