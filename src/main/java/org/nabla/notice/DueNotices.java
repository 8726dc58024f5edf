package org.nabla.notice;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.nabla.account.mail.Notice;
import org.nabla.account.mail.NoticeKind;
import org.nabla.account.mail.NoticeSource;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.marking.Standing;
import org.nabla.classroom.seat.Seat;

/** What is due for a learner by the end of tomorrow, by the times that hold for them, and is not done yet. */
@Singleton
class DueNotices implements NoticeSource {
    private final CourseService courses;
    private final AssignmentService assignments;
    private final WorkService work;

    DueNotices(CourseService courses, AssignmentService assignments, WorkService work) {
        this.courses = courses;
        this.assignments = assignments;
        this.work = work;
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.DUE;
    }

    @Override
    @Transactional
    public List<Notice> of(Reader reader) {
        return courses.of(reader.user()).stream()
                .filter(seat -> !seat.archived() && !seat.marks())
                .flatMap(seat -> of(seat, reader).stream())
                .toList();
    }

    private List<Notice> of(Seat seat, Reader reader) {
        var standings = work.standings(seat.course(), reader.user());
        return assignments.of(seat.course()).stream()
                .filter(assignment -> !isDone(assignment, standings))
                .flatMap(assignment -> of(seat, assignment, reader).stream())
                .toList();
    }

    private Optional<Notice> of(Seat seat, Assignment assignment, Reader reader) {
        var terms = assignments.terms(assignment, reader.user());
        var due = terms.due();
        if (terms.opens().isAfter(reader.now()) || due.isBefore(reader.now()) || !due.isBefore(reader.endOfDay(1))) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                String.valueOf(assignment.id()),
                due.toString(),
                assignment.title(),
                assignment.address(),
                seat.title() + ": due on " + CourseMoment.of(due, reader.zone()).text() + " ("
                        + CourseMoment.zoneName(reader.zone()) + ")"));
    }

    /** Nothing is left to do: all is right, or handed in where nobody is told yet what is right. */
    private boolean isDone(Assignment assignment, List<Standing> standings) {
        var told = assignments.isTold(assignment);
        return assignment.problems().stream()
                .allMatch(problem -> standings.stream()
                        .filter(standing -> standing.problem() == problem.id())
                        .anyMatch(standing -> told
                                ? standing.mark().solved()
                                : standing.lastAt().isPresent()));
    }
}
