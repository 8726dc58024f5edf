package org.nabla.progress.attempt;

/** Under which circumstances an exercise was answered. */
public enum Manner {
    ALONE,
    /** An example or the first steps stood beside it, so that it does not say what somebody can do alone. */
    GUIDED,
    /** In the check-in, where an answer also says something about skills that were not asked. */
    CHECK_IN
}
