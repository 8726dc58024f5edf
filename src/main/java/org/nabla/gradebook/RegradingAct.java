package org.nabla.gradebook;

/** What a teacher wants to be made of the answers at one problem. */
sealed interface RegradingAct {

    /** This answer is right too, for those who have this exercise. */
    record Accept(long exercise, String part, String value) implements RegradingAct {}

    /** It is not any more. @param accepted its number */
    record Forget(long accepted) implements RegradingAct {}

    /** Whoever answered has all points, or no more. */
    record FullMarks(boolean full) implements RegradingAct {}

    /** The verdicts of a corrected edition do not count any more. */
    record Uncorrect() implements RegradingAct {}
}
