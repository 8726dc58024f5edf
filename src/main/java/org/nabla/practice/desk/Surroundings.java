package org.nabla.practice.desk;

import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.store.StoredExercise;

/**
 * What stands around an exercise that is part of something larger, such as a step of a project. Each feature that has such
 * exercises is a bean of this type.
 */
public interface Surroundings {

    /**
     * Empty where the exercise is none of this feature's.
     *
     * @param shown the attempt whose verdict is on the page
     */
    Optional<Around> of(
            StoredExercise stored, DeskRules rules, Optional<UserId> learner, Optional<GradedAttempt> shown);

    /**
     * Pieces of HTML.
     *
     * @param given below the question: what it is about
     * @param beside in the margin: where one is
     * @param after below the answer, made anew with each verdict
     */
    record Around(String given, String beside, String after) {}
}
