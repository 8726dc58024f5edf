package org.nabla.exercise;

/** A template from which no exercise can be made: the message names template, key and formula. For its author, not a learner. */
public final class BrokenTemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenTemplateException(ExerciseId template, Place place, String message) {
        super(template + ", line " + place.line() + ": " + message);
    }
}
