package org.nabla.exercise.template;

import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.math.AlgebraAwayException;

/** An exercise that cannot be made or confirmed now, because the algebra system is busy or away. The template is not to blame. */
public final class NotMadeException extends AlgebraAwayException {
    private static final long serialVersionUID = 1L;

    public NotMadeException(ExerciseId template, Seed seed, AlgebraAwayException why) {
        super(template + "/" + seed + ": " + why.getMessage());
    }
}
