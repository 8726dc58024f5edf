package org.nabla.authoring.template;

/** How far the checks of a version are. */
public enum CheckState {
    NONE,
    WAITING,
    RUNNING,
    PASSED,
    FAILED;

    public boolean isOpen() {
        return this == WAITING || this == RUNNING;
    }
}
