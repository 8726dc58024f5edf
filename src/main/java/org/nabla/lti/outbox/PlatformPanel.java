package org.nabla.lti.outbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import org.nabla.classroom.CoursePanel;
import org.nabla.classroom.seat.Seat;
import org.nabla.lti.place.Contexts;

/** On the page of a course that is one of a platform too, the way to what went there; for its teachers. */
@Singleton
@Priority(0) // below what is done in the course
class PlatformPanel implements CoursePanel {

    @CheckedTemplate(basePath = "lti")
    static class Templates {
        static native TemplateInstance panel(Seat seat, List<Contexts.Context> contexts);
    }

    private final Contexts contexts;

    PlatformPanel(Contexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public RawString html(Seat seat) {
        var found = seat.teaches() ? contexts.of(seat.course()) : List.<Contexts.Context>of();
        return new RawString(found.isEmpty() ? "" : Templates.panel(seat, found).render());
    }
}
