package org.nabla.grading.witness;

import org.nabla.grading.Outcome;

/** What the second witness says of a response. */
public enum Testimony {
    /** It proves that the response is the key. */
    PROVED,
    /** It has points at which the two certainly differ. */
    DISPROVED,
    /** It was asked, and has neither. */
    OPEN,
    /** It cannot be asked: decimals are judged by their digits, words and choices by no algebra. */
    BEYOND;

    /** Whether this cannot be true together with the verdict. */
    public boolean contradicts(Outcome outcome) {
        return switch (outcome) {
            case CORRECT -> this == DISPROVED;
            case WRONG, PARTIAL -> this == PROVED;
            case INVALID, UNDECIDED -> false;
        };
    }
}
