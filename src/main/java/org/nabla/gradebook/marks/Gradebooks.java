package org.nabla.gradebook.marks;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.marking.Allowance;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;

/** Puts the gradebook of a course together. Whether somebody may see it is decided before. */
@Singleton
class Gradebooks {
    private final CoursePeople people;
    private final AssignmentService assignments;
    private final MarkRepository marks;
    private final WeighingRepository weighings;
    private final CourseService courses;
    private final Clock clock;

    Gradebooks(
            CoursePeople people,
            AssignmentService assignments,
            MarkRepository marks,
            WeighingRepository weighings,
            CourseService courses,
            Clock clock) {
        this.people = people;
        this.assignments = assignments;
        this.marks = marks;
        this.weighings = weighings;
        this.courses = courses;
        this.clock = clock;
    }

    @Transactional
    Gradebook of(Seat seat) {
        return of(seat.course(), people.learners(seat));
    }

    /** That of all its learners, whoever asks. */
    @Transactional
    Gradebook ofAll(long course) {
        return of(course, people.learners(course));
    }

    private Gradebook of(long course, List<Enrolled> learners) {
        var given = assignments.of(course);
        var missing = courses.missing(course);
        var raw = marks.of(course);
        var now = clock.instant();
        var allowances = assignments.allowances(course);
        var all = new HashMap<UserId, Map<Long, Mark>>();
        for (var learner : learners) {
            var own = raw.getOrDefault(learner.id(), Map.of());
            all.put(
                    learner.id(),
                    given.stream()
                            .collect(Collectors.toMap(
                                    Assignment::id,
                                    a -> own.getOrDefault(a.id(), Mark.Raw.NONE)
                                            .by(missing, dueAt(a, allowances, learner.id()), now))));
        }
        return new Gradebook(learners, given, all, weighings.of(course));
    }

    private static Instant dueAt(Assignment assignment, Map<Long, Map<UserId, Allowance>> allowances, UserId learner) {
        return allowances
                .getOrDefault(assignment.id(), Map.of())
                .getOrDefault(learner, Allowance.NONE)
                .terms(assignment.rules().terms())
                .due();
    }
}
