package org.nabla.gradebook.regrading;

import java.util.List;

/**
 * What grading the attempts at corrected templates anew would do.
 *
 * @param changes to marks
 * @param same how many learners' marks stay as they are
 * @param otherQuestion at how many the corrected exercise asks something else, so that old answers cannot be held against it
 */
record Regrading(List<Change> changes, int same, int otherQuestion) {

    /** Tells whether the list that a teacher saw is the one that would be applied. */
    String fingerprint() {
        return Integer.toHexString(changes.stream()
                .map(c -> List.of(c.assignment(), c.position(), c.learner(), c.before(), c.after()))
                .toList()
                .hashCode());
    }
}
