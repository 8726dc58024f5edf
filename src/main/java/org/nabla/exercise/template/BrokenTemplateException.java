package org.nabla.exercise.template;

import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Place;
import org.nabla.exercise.TemplateError;

/** A template from which no exercise can be made: the message names template, key and formula. For its author, not a learner. */
public final class BrokenTemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TemplateError error;

    public BrokenTemplateException(ExerciseId template, Place place, String message) {
        super(template + ", line " + place.line() + ": " + message);
        error = new TemplateError(place, message);
    }

    /** Where it is and what is wrong, apart. */
    public TemplateError error() {
        return error;
    }
}
