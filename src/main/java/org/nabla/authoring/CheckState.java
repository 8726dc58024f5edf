package org.nabla.authoring;

/** How far the checks of a version are. */
enum CheckState {
    NONE,
    WAITING,
    RUNNING,
    PASSED,
    FAILED;

    boolean isOpen() {
        return this == WAITING || this == RUNNING;
    }
}
