package org.nabla.classroom.marking;

import java.time.Instant;
import java.util.Optional;
import org.nabla.account.UserId;

/**
 * Where a learner is with a problem that they have opened.
 *
 * @param lastAt when they answered last; empty where they have not
 */
public record Standing(
        long assignment,
        long problem,
        UserId learner,
        long exercise,
        Instant openedAt,
        Optional<Instant> lastAt,
        ProblemMark mark) {

    public static final String QUERY = """
            select p.assignment_id, w.problem_id, w.learner_id, w.exercise_id, w.opened_at, w.last_at, w.share, w.used,
                   w.wrong_in_row, w.solved, w.first_right
            from assigned_exercise w join assignment_problem p on p.id = w.problem_id""";

    public static Standing of(Object[] c) {
        return new Standing(
                ((Number) c[0]).longValue(),
                ((Number) c[1]).longValue(),
                new UserId(((Number) c[2]).longValue()),
                ((Number) c[3]).longValue(),
                (Instant) c[4],
                Optional.ofNullable((Instant) c[5]),
                new ProblemMark(
                        ((Number) c[6]).doubleValue(),
                        ((Number) c[7]).intValue(),
                        ((Number) c[8]).intValue(),
                        (Boolean) c[9],
                        (Boolean) c[10],
                        0));
    }
}
