package org.nabla.exercise.numeric;

/** A letter without a value. */
final class UnknownLetterException extends NumericException {
    private static final long serialVersionUID = 1L;

    UnknownLetterException(String name) {
        super(name + " has no value here");
    }
}
