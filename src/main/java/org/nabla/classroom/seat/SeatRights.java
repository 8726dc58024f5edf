package org.nabla.classroom.seat;

import java.util.Optional;
import java.util.Set;

/**
 * How far somebody's hand reaches in a course.
 *
 * @param leads whether they may rename, archive and hand over the course
 * @param only the sections whose learners they see; empty where they see all
 */
public record SeatRights(boolean leads, Optional<Set<Long>> only) {
    static final SeatRights OF_LEARNERS = new SeatRights(false, Optional.empty());

    public SeatRights {
        only = only.map(Set::copyOf);
    }

    static SeatRights of(CourseRole role) {
        return new SeatRights(role == CourseRole.TEACHER, Optional.empty());
    }

    /** Whether a learner of this section is seen. @param section empty for whoever is in none */
    public boolean sees(Optional<Section> section) {
        return only.isEmpty()
                || section.filter(s -> only.get().contains(s.id())).isPresent();
    }
}
