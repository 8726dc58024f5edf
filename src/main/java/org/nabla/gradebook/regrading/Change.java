package org.nabla.gradebook.regrading;

import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;

/**
 * What a corrected template changes for one learner at one problem.
 *
 * @param before points now
 * @param after points once the attempts are graded by the corrected exercise
 */
record Change(
        long assignment, int position, UserId learner, Exercise corrected, double before, double after, int attempts) {

    boolean moves() {
        return Math.abs(after - before) > 1e-9;
    }
}
