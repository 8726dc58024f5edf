package org.nabla.classroom.marking;

/**
 * How an assignment runs for one learner.
 *
 * @param minutes from when they start it; 0 where they have as long as it is open
 * @param shuffled whether each learner has the exercises in an order of their own
 */
public record Timing(int minutes, boolean shuffled) {
    public static final int MOST_MINUTES = 1_440;

    /** As long as it is open, in the order of the set. */
    public static final Timing FREE = new Timing(0, false);

    public Timing {
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("not a number of minutes: " + minutes);
        }
    }

    /** Whether the clock runs from when a learner starts. */
    public boolean timed() {
        return minutes > 0;
    }
}
