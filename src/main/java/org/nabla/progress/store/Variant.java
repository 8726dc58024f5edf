package org.nabla.progress.store;

import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;

/** Which exercise: a template in one of its versions, and a seed. */
record Variant(ExerciseId template, int version, Seed seed) {
    /** Few have several versions at a time. */
    @Override
    public int hashCode() {
        return 31 * template.value().hashCode() + Long.hashCode(seed.value());
    }

    @Override
    public String toString() {
        return template + "/" + seed;
    }
}
