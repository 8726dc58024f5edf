package org.nabla.grading.judging;

/** A specification is malformed; caught where keys are read, so that it never leaves this package. */
public final class KeyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public KeyRefused(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    public String field() {
        return field;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
