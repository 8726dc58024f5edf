package org.nabla.progress.store;

import java.util.Optional;

/** What becomes of looking for an exercise. */
public sealed interface Lookup {

    record Found(StoredExercise exercise) implements Lookup {}

    /** There is such an exercise, but it is not made or not confirmed yet: later it is. */
    record NotYet() implements Lookup {}

    /** There is no such template, or nothing can be made from it, or what was made is doubted. */
    record Nothing() implements Lookup {}

    default Optional<StoredExercise> found() {
        return this instanceof Found found ? Optional.of(found.exercise()) : Optional.empty();
    }
}
