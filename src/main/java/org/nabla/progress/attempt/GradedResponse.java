package org.nabla.progress.attempt;

import org.nabla.grading.Verdict;

/** What was typed into one box, with its verdict. */
public record GradedResponse(String part, String typed, Verdict verdict) {

    /** Said where an answer is right by what the learner answered before, and not by the exercise's own key. */
    public static final String CARRIED = "Your answer above was not right, but this is the right step from it.";

    private static final String DOUBTED =
            "Our two checks do not agree about this answer: take this verdict with care. We look at it again.";

    public boolean isCarried() {
        return verdict.message().equals(CARRIED);
    }

    /** The same, no longer certain. */
    public GradedResponse doubted() {
        return new GradedResponse(part, typed, verdict.saying((verdict.message() + " " + DOUBTED).strip()));
    }
}
