package org.nabla.math.symja.worker;

/** What a worker is kept for, so that the making of exercises never delays a check. */
enum Lane {
    CHECK,
    GENERATION
}
