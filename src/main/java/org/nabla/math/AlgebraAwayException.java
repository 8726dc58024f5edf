package org.nabla.math;

/**
 * The algebra system gave no answer in time, or no worker was free for the question: nothing is known, and asking again later
 * may help. What was to be computed must not be replaced by something that was not.
 */
public class AlgebraAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AlgebraAwayException(String message) {
        super(message);
    }
}
