package org.nabla.math.canonical;

/** A computation was given up before it grew beyond its bounds. Carries no trace, because it is thrown on purpose. */
final class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooLargeException(String message) {
        super(message, null, false, false);
    }
}
