package org.nabla.progress.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nabla.grading.Outcome;

/**
 * An answer to an exercise as it was graded.
 *
 * @param submission the name of the form that was sent: a second arrival of it is this same attempt
 * @param parts how many boxes the exercise has; those left empty have no response
 */
public record GradedAttempt(UUID submission, Instant submittedAt, int parts, List<GradedResponse> responses) {

    public GradedAttempt {
        responses = List.copyOf(responses);
    }

    /**
     * What became of the whole. A box that cannot be read makes the attempt free, and so does one that could not be decided
     * where nothing else was wrong; an empty box is not wrong, but the attempt is not yet right.
     */
    public Outcome outcome() {
        if (responses.isEmpty() || any(Outcome.INVALID)) {
            return Outcome.INVALID;
        }
        if (any(Outcome.WRONG) || any(Outcome.PARTIAL)) {
            return score() > 0 ? Outcome.PARTIAL : Outcome.WRONG;
        }
        if (any(Outcome.UNDECIDED)) {
            return Outcome.UNDECIDED;
        }
        return complete() ? Outcome.CORRECT : Outcome.PARTIAL;
    }

    /** The mean over all boxes, from 0 to 1; an empty one counts nothing. */
    public double score() {
        return responses.stream().mapToDouble(r -> r.verdict().score()).sum() / parts;
    }

    public boolean complete() {
        return responses.size() == parts;
    }

    /** The same attempt with other verdicts. */
    public GradedAttempt with(List<GradedResponse> others) {
        return new GradedAttempt(submission, submittedAt, parts, others);
    }

    /** Whether it says something about what the learner can do: everything answered, or something wrong. */
    public boolean isEvidence() {
        return outcome().counts() && (complete() || any(Outcome.WRONG) || any(Outcome.PARTIAL));
    }

    /** The response in the box of this part; empty where it was left empty. */
    public Optional<GradedResponse> response(String part) {
        return responses.stream().filter(r -> r.part().equals(part)).findFirst();
    }

    private boolean any(Outcome outcome) {
        return responses.stream().anyMatch(r -> r.verdict().outcome() == outcome);
    }
}
