package org.nabla.progress.attempt;

import java.util.UUID;
import org.nabla.account.UserId;

/** A form that a learner sent: its name is the learner's own, and somebody else may have sent one of the same. */
public record FormOf(UserId learner, UUID submission) {

    public static FormOf of(Attempt attempt) {
        return new FormOf(new UserId(attempt.learnerId()), attempt.submission());
    }
}
