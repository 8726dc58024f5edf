package org.nabla.classroom.listing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.seat.Seat;
import org.nabla.practice.home.HomeCourses;

/** The courses of somebody with what is due next in each. */
@Singleton
class CoursesAtHome implements HomeCourses {
    private final CourseService courses;
    private final AssignmentService assignments;
    private final CourseNews news;
    private final Clock clock;

    CoursesAtHome(CourseService courses, AssignmentService assignments, CourseNews news, Clock clock) {
        this.courses = courses;
        this.assignments = assignments;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public List<Row> of(UserId user) {
        return courses.of(user).stream()
                .filter(seat -> !seat.archived())
                .map(this::row)
                .toList();
    }

    private Row row(Seat seat) {
        for (var assignment : assignments.of(seat.course())) {
            var terms = seat.marks() ? assignment.rules().terms() : assignments.terms(assignment, seat.user());
            if (terms.at(clock.instant()) == Terms.Phase.OPEN) {
                var due = CourseMoment.of(terms.due(), seat.zone());
                return new Row(
                        seat.address(),
                        seat.title(),
                        assignment.title(),
                        assignment.address(),
                        due.text(),
                        due.iso(),
                        news.of(seat));
            }
        }
        return new Row(seat.address(), seat.title(), "", "", "", "", news.of(seat));
    }
}
