package org.nabla.gradebook;

import java.util.Optional;
import org.nabla.classroom.marking.MarkOverride;

/**
 * The mark of one learner for one assignment: computed from their attempts, and what a teacher put in its place.
 *
 * @param computed in points; empty where they have opened nothing
 */
record Mark(Optional<Double> computed, Optional<MarkOverride> override) {

    boolean excused() {
        return override.filter(o -> o.points().isEmpty()).isPresent();
    }

    /** The points that count; empty where they are excused, or have opened nothing. */
    Optional<Double> points() {
        return override.isPresent() ? override.get().points() : computed;
    }
}
