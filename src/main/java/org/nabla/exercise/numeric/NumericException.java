package org.nabla.exercise.numeric;

/** What cannot be computed in doubles, in a sentence for the author. */
public class NumericException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NumericException(String message) {
        super(message);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
