package org.nabla.classroom.assignment;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import org.nabla.classroom.CourseRemoved;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.seat.Seat;

/**
 * Removes assignments, and what hangs on them but is kept with learners or elsewhere, where no foreign key of the database reaches it.
 * Whoever begins, draws or notes something for an assignment asks first whether it stands, and so waits for this.
 */
@Singleton
public class Removal {
    private final AssignmentRepository assignments;
    private final WorkRepository work;
    private final DrawnRepository drawn;
    private final TimedRuns runs;
    private final CourseLog log;
    private final Event<AssignmentsGone> gone;

    Removal(
            AssignmentRepository assignments,
            WorkRepository work,
            DrawnRepository drawn,
            TimedRuns runs,
            CourseLog log,
            Event<AssignmentsGone> gone) {
        this.assignments = assignments;
        this.work = work;
        this.drawn = drawn;
        this.runs = runs;
        this.log = log;
        this.gone = gone;
    }

    /** Takes an assignment back that nobody has begun. @return whether it is gone */
    @Transactional
    public boolean withdraw(Seat seat, Assignment assignment) {
        // Whoever begins it in this moment waits for the lock, or has the row before it.
        var row = assignments.rowForChange(seat.course(), assignment.number());
        if (row.isEmpty()) {
            return true;
        }
        if (!work.standings(assignment.id()).isEmpty()) {
            return false;
        }
        assignments.delete(row.get());
        assignments.flush();
        forget(List.of(assignment));
        log.write(seat.course(), seat.user(), LogAction.ASSIGNMENT_CHANGED, assignment.title() + ": withdrawn");
        return true;
    }

    /** All of a course, with the work of whoever was in it. */
    void removed(@Observes CourseRemoved removed) {
        var all = assignments.of(removed.course());
        assignments.delete("courseId = ?1", removed.course());
        work.forget(problems(all));
        forget(all);
    }

    private void forget(List<Assignment> all) {
        var ids = all.stream().map(Assignment::id).collect(Collectors.toSet());
        drawn.forget(problems(all));
        runs.forget(ids);
        gone.fire(new AssignmentsGone(ids));
    }

    private static List<Long> problems(List<Assignment> all) {
        return all.stream()
                .flatMap(assignment -> assignment.problems().stream())
                .map(Problem::id)
                .toList();
    }
}
