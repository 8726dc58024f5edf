package org.nabla.exercise;

/** What cannot be computed in doubles, in a sentence for the author. */
class NumericException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NumericException(String message) {
        super(message);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
