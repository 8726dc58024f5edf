package org.nabla.math.symja.worker;

/** How it stands with the workers. */
public enum CasState {
    /** The first worker is not warm yet. */
    STARTING,
    READY,
    /** There is no worker, and starting one has failed: who asks is sent away at once. */
    AWAY
}
