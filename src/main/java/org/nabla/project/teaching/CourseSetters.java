package org.nabla.project.teaching;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.seat.Seat;
import org.nabla.project.shelf.Setters;

/** Teachers set projects in their courses. */
@Singleton
class CourseSetters implements Setters {
    private final CourseService courses;

    CourseSetters(CourseService courses) {
        this.courses = courses;
    }

    @Override
    public Optional<List<Course>> courses(UserId user) {
        var taught = courses.of(user).stream()
                .filter(seat -> seat.teaches() && !seat.archived())
                .map((Seat seat) -> new Course(seat.course(), seat.title()))
                .toList();
        return taught.isEmpty() ? Optional.empty() : Optional.of(taught);
    }
}
