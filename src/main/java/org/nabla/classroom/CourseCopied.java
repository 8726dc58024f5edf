package org.nabla.classroom;

import java.util.Map;

/**
 * Told when a course was copied, in the transaction in which it is: whoever keeps something of a course that is no learner's has
 * it in the copy too.
 *
 * @param assignments the assignments of the copy by those from which they were made
 */
public record CourseCopied(long from, long into, Map<Long, Long> assignments) {
    public CourseCopied {
        assignments = Map.copyOf(assignments);
    }
}
