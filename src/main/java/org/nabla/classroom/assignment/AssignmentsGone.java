package org.nabla.classroom.assignment;

import java.util.Set;

/**
 * Told when assignments were withdrawn, or removed with their course, in the transaction in which they are: whoever keeps something of
 * them that is not with the course removes that.
 */
public record AssignmentsGone(Set<Long> assignments) {
    public AssignmentsGone {
        assignments = Set.copyOf(assignments);
    }
}
