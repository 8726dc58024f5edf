package org.nabla.classroom.listing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.CoursePanel;
import org.nabla.classroom.seat.Seat;

/** The assignments on the page of a course. */
@Singleton
class AssignmentPanel implements CoursePanel {

    @CheckedTemplate(basePath = "classroom/assignment")
    static class Templates {
        static native TemplateInstance panel(Seat seat, List<AssignmentLine> lines, String zone);
    }

    private final AssignmentList list;

    AssignmentPanel(AssignmentList list) {
        this.list = list;
    }

    @Override
    public RawString html(Seat seat) {
        return new RawString(Templates.panel(seat, list.of(seat), CourseMoment.zoneName(seat.zone()))
                .render());
    }
}
