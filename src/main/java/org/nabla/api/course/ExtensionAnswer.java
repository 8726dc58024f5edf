package org.nabla.api.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.nabla.classroom.marking.MarkMove;
import org.nabla.classroom.marking.Terms;

/**
 * What holds for a learner now, with all that they are given.
 *
 * @param marks those that changed by it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExtensionAnswer(long learner, int assignment, Instant due, Instant closes, List<Move> marks) {

    /** What the mark at one problem became. */
    record Move(int problem, double before, double after) {}

    static ExtensionAnswer of(long learner, int assignment, Terms terms, List<MarkMove> moves) {
        return new ExtensionAnswer(
                learner,
                assignment,
                terms.due(),
                terms.closes(),
                moves.stream()
                        .map(move -> new Move(move.position(), move.before(), move.after()))
                        .toList());
    }
}
