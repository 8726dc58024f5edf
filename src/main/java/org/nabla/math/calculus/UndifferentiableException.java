package org.nabla.math.calculus;

/** An expression has no derivative that can be written down, as with {@code floor(x)}. */
public final class UndifferentiableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndifferentiableException(String message) {
        super(message);
    }
}
