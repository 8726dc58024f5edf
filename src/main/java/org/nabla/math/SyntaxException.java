package org.nabla.math;

import org.nabla.math.lexing.Token;

/** How the readers of this package break off; never leaves it. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SyntaxError error;

    public SyntaxException(String message, int position, int length) {
        super(message, null, false, false);
        this.error = new SyntaxError(message, position, length);
    }

    public SyntaxException(String message, Token at) {
        this(message, at.position(), at.length());
    }

    public SyntaxError error() {
        return error;
    }
}
