package org.nabla.math;

/** What an author's formula asks for cannot be computed, or not be confirmed; the message is a sentence for the author. */
public final class CalculusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CalculusException(String message) {
        super(message);
    }
}
