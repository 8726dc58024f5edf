package org.nabla.grading;

/** What became of a response. */
public enum Outcome {
    CORRECT,
    /** Some parts or entries are right. */
    PARTIAL,
    WRONG,
    /** Cannot be read, or is of the wrong type or form. Free. */
    INVALID,
    /** The checker could not tell, through a time limit or a missing algorithm. Not the learner's fault, and free. */
    UNDECIDED;

    /** Whether it says anything about what the learner can do. */
    public boolean counts() {
        return this == CORRECT || this == PARTIAL || this == WRONG;
    }
}
