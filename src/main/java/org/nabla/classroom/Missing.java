package org.nabla.classroom;

import java.util.Optional;

/** What becomes of an assignment of which nothing was handed in when it was due: one choice for a course, the same everywhere. */
public enum Missing {
    ZERO("counts as 0 points"),
    EMPTY("stays empty and is left out of what was due"),
    EXCUSED("is excused");

    private final String words;

    Missing(String words) {
        this.words = words;
    }

    /** What stands after “what was not handed in”. */
    public String words() {
        return words;
    }

    /**
     * The points of an assignment that no teacher marked by hand; empty where there is nothing to say.
     *
     * @param computed from the attempts
     * @param due whether it was due by now, for this learner
     */
    public Optional<Double> points(double computed, boolean handedIn, boolean due) {
        if (handedIn) {
            return Optional.of(computed);
        }
        return due && this == ZERO ? Optional.of(0.0) : Optional.empty();
    }

    /** Whether a learner is excused because of this choice. */
    public boolean excuses(boolean handedIn, boolean due) {
        return !handedIn && due && this == EXCUSED;
    }
}
