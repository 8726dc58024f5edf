package org.nabla.project.making;

/** Two hundred draws gave no data in which every slip can be told from the key. The project's file or workshop is at fault. */
public class NotDrawnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDrawnException(String message) {
        super(message);
    }
}
