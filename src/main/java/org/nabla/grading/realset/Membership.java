package org.nabla.grading.realset;

/** What is certain of all points of a box. */
enum Membership {
    INSIDE,
    OUTSIDE,
    /** Some belong and some do not, or rounding hides it. */
    OPEN;

    /** Whether it is certain that one belongs and the other does not. */
    boolean contradicts(Membership other) {
        return this != OPEN && other != OPEN && this != other;
    }
}
