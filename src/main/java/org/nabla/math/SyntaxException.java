package org.nabla.math;

/** How the readers of this package break off; never leaves it. */
final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SyntaxError error;

    SyntaxException(String message, int position, int length) {
        super(message, null, false, false);
        this.error = new SyntaxError(message, position, length);
    }

    SyntaxException(String message, Token at) {
        this(message, at.position(), at.length());
    }

    SyntaxError error() {
        return error;
    }
}
