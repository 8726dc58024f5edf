package org.nabla.gradebook.marks;

import java.time.Instant;
import java.util.Optional;
import org.nabla.classroom.Missing;
import org.nabla.classroom.marking.MarkOverride;

/**
 * The mark of one learner for one assignment: computed from their attempts, and what a teacher put in its place.
 *
 * @param computed in points; empty where there is nothing to say
 * @param due whether it was due by now, for this learner
 * @param waived whether they are excused because nothing was handed in, by the choice of the course
 * @param handedIn when they answered last; empty where they never did
 * @param late whether that was after the due time
 */
public record Mark(
        Optional<Double> computed,
        Optional<MarkOverride> override,
        boolean due,
        boolean waived,
        Optional<Instant> handedIn,
        boolean late) {

    /** What is in the database of a mark. @param handedIn when something was handed in last */
    public record Raw(double computed, Optional<Instant> handedIn, Optional<MarkOverride> override) {
        public static final Raw NONE = new Raw(0, Optional.empty(), Optional.empty());

        /** @param dueAt when it is due for this learner */
        public Mark by(Missing missing, Instant dueAt, Instant now) {
            var due = dueAt.isBefore(now);
            return new Mark(
                    missing.points(computed, handedIn.isPresent(), due),
                    override,
                    due,
                    override.isEmpty() && missing.excuses(handedIn.isPresent(), due),
                    handedIn,
                    handedIn.filter(dueAt::isBefore).isPresent());
        }
    }

    public boolean excused() {
        return waived || override.filter(o -> o.points().isEmpty()).isPresent();
    }

    /** Whether it was due and nothing came, and nobody said what that means for this learner. */
    public boolean missing() {
        return due && handedIn.isEmpty() && override.isEmpty() && !waived;
    }

    /** The points that count; empty where they are excused, or there is nothing to say. */
    public Optional<Double> points() {
        return override.isPresent() ? override.get().points() : computed;
    }

    /** Whether it counts in what was due: not where it is excused or stays empty. */
    boolean counts() {
        return due && !excused() && points().isPresent();
    }
}
