package org.nabla.database;

/** The embedded database cannot be used; the message tells the operator why and what to do, in whole sentences. */
public final class DatabaseException extends RuntimeException {

    DatabaseException(String message) {
        super(message);
    }

    DatabaseException(String message, Exception cause) {
        super(message, cause);
    }
}
