package org.nabla.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseLog;
import org.nabla.classroom.CoursePeople;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.LogAction;
import org.nabla.classroom.Seat;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.marking.Allowance;

/** Reads the marks of a course. Whether somebody may is decided before. */
@ApplicationScoped
class GradebookService {
    private final CoursePeople people;
    private final AssignmentService assignments;
    private final MarkRepository marks;
    private final CourseService courses;
    private final CourseLog log;
    private final Clock clock;

    GradebookService(
            CoursePeople people,
            AssignmentService assignments,
            MarkRepository marks,
            CourseService courses,
            CourseLog log,
            Clock clock) {
        this.people = people;
        this.assignments = assignments;
        this.marks = marks;
        this.courses = courses;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    Gradebook of(long course) {
        var learners = people.learners(course);
        var given = assignments.of(course);
        var missing = courses.missing(course);
        var raw = marks.of(course);
        var now = clock.instant();
        var allowances = assignments.allowances(course);
        var all = new HashMap<UserId, Map<Long, Mark>>();
        for (var learner : learners) {
            var his = raw.getOrDefault(learner.id(), Map.of());
            all.put(
                    learner.id(),
                    given.stream()
                            .collect(Collectors.toMap(
                                    Assignment::id,
                                    a -> his.getOrDefault(a.id(), Mark.Raw.NONE)
                                            .by(missing, isDue(a, allowances, learner.id(), now)))));
        }
        return new Gradebook(learners, given, all);
    }

    private static boolean isDue(
            Assignment assignment, Map<Long, Map<UserId, Allowance>> allowances, UserId learner, Instant now) {
        return allowances
                .getOrDefault(assignment.id(), Map.of())
                .getOrDefault(learner, Allowance.NONE)
                .terms(assignment.rules().terms())
                .due()
                .isBefore(now);
    }

    /** The marks for another system: that they left is written into the log. */
    @Transactional
    String export(Seat seat, GradebookCsv form) {
        log.write(seat.course(), seat.user(), LogAction.EXPORTED, "marks for " + form.title());
        return form.write(of(seat.course()), seat.title());
    }
}
