package org.nabla.math.symja.worker;

/** What a worker is kept for, in the order in which those who wait are served. */
enum Lane {
    CHECK,
    /** The making of exercises for which somebody waits never delays a check. */
    GENERATION,
    /** What nobody waits for: exercises made ahead, second opinions. One worker at a time, and only while others are free. */
    BACKGROUND
}
