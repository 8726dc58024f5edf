package org.nabla.api;

/** A request that does not say what it has to; the field that is at fault is named. */
final class MalformedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    MalformedRequestException(String field, String message) {
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
