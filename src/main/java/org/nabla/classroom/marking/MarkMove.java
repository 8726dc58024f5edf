package org.nabla.classroom.marking;

import java.util.List;
import org.nabla.account.UserId;

/**
 * What a change makes of the mark of one learner at one problem.
 *
 * @param before points now
 * @param after points once it is done
 */
public record MarkMove(UserId learner, int position, double before, double after) {

    /** Tells whether the list that a teacher saw is the one that would be done. */
    public static String fingerprint(List<MarkMove> moves) {
        return "m" + Integer.toHexString(moves.hashCode());
    }
}
