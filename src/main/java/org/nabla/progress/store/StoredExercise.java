package org.nabla.progress.store;

import org.nabla.exercise.Exercise;

/**
 * An exercise as it is kept: it never changes once it has an id.
 *
 * @param id the key of its row, to which attempts point
 */
public record StoredExercise(long id, Exercise exercise) {}
