package org.nabla.classroom.marking;

import java.time.Instant;
import java.util.Optional;

/**
 * When verdicts of an assignment are told.
 *
 * @param atOnce whether with each answer
 * @param at a time that the teacher set; empty where it is told when no learner of the course can hand in any more
 */
public record Telling(boolean atOnce, Optional<Instant> at) {
    public static final Telling AT_ONCE = new Telling(true, Optional.empty());
    public static final Telling WHEN_ALL_ARE_DONE = new Telling(false, Optional.empty());

    public static Telling at(Instant time) {
        return new Telling(false, Optional.of(time));
    }
}
