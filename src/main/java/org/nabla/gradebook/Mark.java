package org.nabla.gradebook;

import java.util.Optional;
import org.nabla.classroom.Missing;
import org.nabla.classroom.marking.MarkOverride;

/**
 * The mark of one learner for one assignment: computed from their attempts, and what a teacher put in its place.
 *
 * @param computed in points; empty where there is nothing to say
 * @param due whether it was due by now, for this learner
 * @param waived whether they are excused because nothing was handed in, by the choice of the course
 */
record Mark(Optional<Double> computed, Optional<MarkOverride> override, boolean due, boolean waived) {

    /** What is in the database of a mark. */
    record Raw(double computed, boolean handedIn, Optional<MarkOverride> override) {
        static final Raw NONE = new Raw(0, false, Optional.empty());

        Mark by(Missing missing, boolean due) {
            return new Mark(
                    missing.points(computed, handedIn, due),
                    override,
                    due,
                    override.isEmpty() && missing.excuses(handedIn, due));
        }
    }

    boolean excused() {
        return waived || override.filter(o -> o.points().isEmpty()).isPresent();
    }

    /** The points that count; empty where they are excused, or there is nothing to say. */
    Optional<Double> points() {
        return override.isPresent() ? override.get().points() : computed;
    }

    /** Whether it counts in what was due: not where it is excused or stays empty. */
    boolean counts() {
        return due && !excused() && points().isPresent();
    }
}
