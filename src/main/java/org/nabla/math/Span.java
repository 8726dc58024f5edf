package org.nabla.math;

/** A stretch of a text that somebody typed: what a refusal points at. */
public interface Span {

    /** Where it starts, counted in chars from 0. */
    int position();

    /** How many chars it has; 0 for a place between two. */
    int length();
}
