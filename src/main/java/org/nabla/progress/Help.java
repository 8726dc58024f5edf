package org.nabla.progress;

import org.jspecify.annotations.Nullable;
import org.nabla.exercise.Exercise;

/**
 * What a learner has opened of an exercise's help.
 *
 * @param hints how many hints, from the first
 * @param solution whether the worked way
 */
public record Help(int hints, boolean solution) {
    public static final Help NONE = new Help(0, false);

    /** What a form asks to open; a number that makes no sense opens nothing. */
    public static Help asked(@Nullable String hints, @Nullable String solution, Exercise exercise) {
        var all = exercise.hints().size();
        if (solution != null) {
            return new Help(0, true);
        }
        return hints != null && hints.matches("[0-9]{1,3}")
                ? new Help(Math.min(Integer.parseInt(hints), all), false)
                : NONE;
    }

    boolean opened() {
        return hints > 0 || solution;
    }
}
