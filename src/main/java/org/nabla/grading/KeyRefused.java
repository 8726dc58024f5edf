package org.nabla.grading;

/** A specification is malformed; caught where keys are read, so that it never leaves this package. */
final class KeyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    KeyRefused(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
