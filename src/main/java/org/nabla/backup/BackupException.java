package org.nabla.backup;

/** A backup cannot be made or restored; the message tells the operator why and what to do, in whole sentences. */
public final class BackupException extends RuntimeException {

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Exception cause) {
        super(message, cause);
    }
}
