package org.nabla.exercise;

/** What must hold for the drawn values. */
public sealed interface Condition {

    Formula formula();

    /** A relation between values, or several joined by {@code and}, {@code or}. */
    record Holds(Formula formula) implements Condition {}

    /** The value is a whole number, or a fraction. */
    record Is(Formula formula, Nature nature) implements Condition {}

    /** What a value may be required to be. */
    enum Nature {
        INTEGER,
        RATIONAL
    }
}
