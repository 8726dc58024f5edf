package org.nabla.math;

/** How the readers of this room break off; never leaves it. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SyntaxError error;

    public SyntaxException(String message, int position, int length) {
        super(message, null, false, false);
        this.error = new SyntaxError(message, position, length);
    }

    public SyntaxException(String message, Span at) {
        this(message, at.position(), at.length());
    }

    public SyntaxError error() {
        return error;
    }
}
