package org.nabla.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.nabla.classroom.CourseLog;
import org.nabla.classroom.CoursePeople;
import org.nabla.classroom.LogAction;
import org.nabla.classroom.Seat;
import org.nabla.classroom.assignment.AssignmentService;

/** Reads the marks of a course. Whether somebody may is decided before. */
@ApplicationScoped
class GradebookService {
    private final CoursePeople people;
    private final AssignmentService assignments;
    private final MarkRepository marks;
    private final CourseLog log;

    GradebookService(CoursePeople people, AssignmentService assignments, MarkRepository marks, CourseLog log) {
        this.people = people;
        this.assignments = assignments;
        this.marks = marks;
        this.log = log;
    }

    @Transactional
    Gradebook of(long course) {
        return new Gradebook(people.learners(course), assignments.of(course), marks.of(course));
    }

    /** The marks for another system: that they left is written into the log. */
    @Transactional
    String export(Seat seat, GradebookCsv form) {
        log.write(seat.course(), seat.user(), LogAction.EXPORTED, "marks for " + form.title());
        return form.write(of(seat.course()), seat.title());
    }
}
