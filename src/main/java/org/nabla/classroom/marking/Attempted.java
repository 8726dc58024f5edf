package org.nabla.classroom.marking;

import java.time.Instant;
import org.nabla.grading.Outcome;
import org.nabla.progress.attempt.GradedAttempt;

/**
 * What marking needs to know of an attempt.
 *
 * @param repeated whether the same was answered before, which costs nothing
 * @param unfinished whether it left boxes empty and had nothing wrong in the others
 */
public record Attempted(Instant at, Outcome outcome, double score, boolean unfinished, boolean repeated) {

    /** One that was not answered before. */
    public Attempted(Instant at, Outcome outcome, double score, boolean unfinished) {
        this(at, outcome, score, unfinished, false);
    }

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
        return outcome.counts() && !unfinished && !repeated;
    }

    boolean right() {
        return outcome == Outcome.CORRECT;
    }

    /** The same where all that counts is that something was answered. */
    Attempted asAnswered() {
        return new Attempted(at, outcome, 1, false, repeated);
    }

    /** The same as one that was answered before, or not. */
    public Attempted repeated(boolean before) {
        return new Attempted(at, outcome, score, unfinished, before);
    }
}
