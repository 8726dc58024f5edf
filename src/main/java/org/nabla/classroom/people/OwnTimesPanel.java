package org.nabla.classroom.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import org.nabla.classroom.CoursePanel;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.times.Accommodations;
import org.nabla.classroom.times.LateDays;

/** What a learner is told of the times that are theirs, on the page of the course: nobody else sees it. */
@Singleton
@Priority(9_000) // below what is new
class OwnTimesPanel implements CoursePanel {

    @CheckedTemplate(basePath = "classroom", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance ownTimes(String sentence, String late);
    }

    private final Accommodations accommodations;
    private final LateDays lateDays;

    OwnTimesPanel(Accommodations accommodations, LateDays lateDays) {
        this.accommodations = accommodations;
        this.lateDays = lateDays;
    }

    @Override
    public RawString html(Seat seat) {
        if (seat.marks()) {
            return new RawString("");
        }
        var own = accommodations.sentence(seat).orElse("");
        var given = lateDays.given(seat.course());
        var late = given == 0
                ? ""
                : "You have %d of %d late days left. One late day moves the due date of an assignment by a day: use it on the page of the assignment."
                        .formatted(lateDays.left(seat.course(), seat.user()), given);
        return new RawString(
                own.isEmpty() && late.isEmpty()
                        ? ""
                        : Templates.ownTimes(own, late).render());
    }
}
