package org.nabla.classroom.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import org.nabla.classroom.Accommodations;
import org.nabla.classroom.CoursePanel;
import org.nabla.classroom.Seat;

/** What a learner is told of the times that are theirs, on the page of the course: nobody else sees it. */
@ApplicationScoped
@Priority(9_000) // below what is new
class OwnTimesPanel implements CoursePanel {

    @CheckedTemplate(basePath = "classroom", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance ownTimes(String sentence);
    }

    private final Accommodations accommodations;

    OwnTimesPanel(Accommodations accommodations) {
        this.accommodations = accommodations;
    }

    @Override
    public RawString html(Seat seat) {
        return new RawString(
                seat.teaches()
                        ? ""
                        : accommodations
                                .sentence(seat)
                                .map(sentence -> Templates.ownTimes(sentence).render())
                                .orElse(""));
    }
}
