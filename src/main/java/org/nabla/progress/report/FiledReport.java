package org.nabla.progress.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.progress.attempt.GradedAttempt;

/**
 * A report with all that is needed to judge it.
 *
 * @param exercise as the learner saw it, in the version of that day, its answer included: not for learners' eyes
 * @param note what the learner wrote; may be empty
 * @param answer what became of it; empty while it is open
 */
public record FiledReport(
        long id,
        UserId learner,
        UUID submission,
        Exercise exercise,
        GradedAttempt attempt,
        String note,
        Instant reportedAt,
        Optional<String> answer) {}
