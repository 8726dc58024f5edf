package org.nabla.classroom;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.nabla.account.FirstPage;
import org.nabla.account.UserId;
import org.nabla.classroom.seat.Seat;

/** After the one-time password of a slip a learner stands in the course that gave it: the newest in which they learn. */
@Singleton
class CourseFirst implements FirstPage {
    private final CourseService courses;

    CourseFirst(CourseService courses) {
        this.courses = courses;
    }

    @Override
    public Optional<String> of(UserId user) {
        return courses.of(user).stream()
                .filter(seat -> !seat.archived() && !seat.marks())
                .findFirst()
                .map(Seat::address);
    }
}
