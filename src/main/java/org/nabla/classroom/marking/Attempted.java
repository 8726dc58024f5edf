package org.nabla.classroom.marking;

import java.time.Instant;
import org.nabla.grading.Outcome;
import org.nabla.progress.GradedAttempt;

/**
 * What marking needs to know of an attempt.
 *
 * @param unfinished whether it left boxes empty and had nothing wrong in the others
 */
public record Attempted(Instant at, Outcome outcome, double score, boolean unfinished) {

    /** @param at when it was sent, whenever it was graded */
    public static Attempted of(GradedAttempt graded, Instant at) {
        return new Attempted(
                at,
                graded.outcome(),
                graded.score(),
                unfinished(
                        graded.outcome(),
                        graded.score(),
                        graded.parts(),
                        graded.responses().size()));
    }

    /** Whether boxes are empty, and all others right. */
    public static boolean unfinished(Outcome outcome, double score, int parts, long answered) {
        return outcome == Outcome.PARTIAL && answered < parts && score * parts > answered - 1e-9;
    }

    boolean usesUp() {
        return outcome.counts() && !unfinished;
    }

    boolean right() {
        return outcome == Outcome.CORRECT;
    }
}
