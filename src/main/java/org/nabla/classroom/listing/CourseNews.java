package org.nabla.classroom.listing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.nabla.classroom.CoursePanel;
import org.nabla.classroom.assignment.AssignmentNews;
import org.nabla.classroom.note.CourseNotes;
import org.nabla.classroom.seat.Seat;
import org.nabla.practice.home.HomeCourses;

/** What is new for a learner in a course: notes that they have not read, more time, new marks. */
@Singleton
@Priority(10_000) // above what is set
class CourseNews implements CoursePanel {

    @CheckedTemplate(basePath = "classroom/assignment")
    static class Templates {
        static native TemplateInstance news(List<HomeCourses.News> news);
    }

    private final AssignmentNews assignments;
    private final CourseNotes notes;

    CourseNews(AssignmentNews assignments, CourseNotes notes) {
        this.assignments = assignments;
        this.notes = notes;
    }

    List<HomeCourses.News> of(Seat seat) {
        if (seat.marks()) {
            return List.of();
        }
        return Stream.concat(
                        notes.unread(seat).stream()
                                .map(note -> new HomeCourses.News(
                                        "/practice/" + note.template(),
                                        "A word from your teacher about an exercise: read it there.")),
                        assignments.of(seat).stream().map(item -> new HomeCourses.News(item.address(), item.text())))
                .toList();
    }

    @Override
    public RawString html(Seat seat) {
        var news = of(seat);
        return new RawString(news.isEmpty() ? "" : Templates.news(news).render());
    }
}
