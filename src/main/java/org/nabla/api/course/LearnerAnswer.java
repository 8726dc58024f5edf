package org.nabla.api.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Section;

/**
 * A learner as JSON says it; null where nobody said.
 *
 * @param family the family name, where a roster gave it apart
 * @param school the number in the school's own system
 * @param section the number of theirs
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LearnerAnswer(
        long id,
        String name,
        @Nullable String family,
        @Nullable String given,
        String login,
        @Nullable String email,
        @Nullable String school,
        @Nullable Long section,
        Instant joined) {

    static LearnerAnswer of(Enrolled learner) {
        var person = learner.person();
        return new LearnerAnswer(
                learner.id().value(),
                learner.name(),
                person.isApart() ? person.family() : null,
                person.isApart() ? person.given() : null,
                learner.login(),
                learner.email().orElse(null),
                learner.schoolId().orElse(null),
                learner.section().map(Section::id).orElse(null),
                learner.joinedAt());
    }
}
