package org.nabla.progress.store;

/** Whether the machine has nothing better to do than what nobody waits for. */
public interface Idleness {
    boolean isIdle();
}
