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
                   w.wrong_in_row, w.solved, w.first_right, 0
            from assigned_exercise w join assignment_problem p on p.id = w.problem_id""";

    /** The same of what has been carried over to the tables of the course. */
    public static final String CARRIED = """
            select p.assignment_id, w.problem_id, w.learner_id, w.exercise_id, w.opened_at, w.last_at, w.share, w.used,
                   w.wrong_in_row, w.solved, w.first_right, 0
            from course_mark w join assignment_problem p on p.course_id = w.course_id and p.id = w.problem_id""";
}
