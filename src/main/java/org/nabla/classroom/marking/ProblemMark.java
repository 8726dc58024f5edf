package org.nabla.classroom.marking;

/**
 * Where a learner is with one problem.
 *
 * @param share of the problem's points that they have, 0 to 1
 * @param used how many attempts are used up
 * @param wrongInRow how many of the last ones were wrong, one after another
 * @param firstRight whether the first was right
 * @param ignored how many came too late or were too many
 */
public record ProblemMark(double share, int used, int wrongInRow, boolean solved, boolean firstRight, int ignored) {

    /** From so many wrong answers in a row, and nothing right, somebody is stuck. */
    public static final int STUCK = 5;

    public static final ProblemMark NONE = new ProblemMark(0, 0, 0, false, false, 0);

    /** All points, whatever was answered. */
    public ProblemMark inFull() {
        return new ProblemMark(1, used, 0, solved, firstRight, ignored);
    }

    public boolean stuck() {
        return !solved && wrongInRow >= STUCK;
    }
}
