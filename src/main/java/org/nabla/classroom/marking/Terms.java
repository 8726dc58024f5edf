package org.nabla.classroom.marking;

import java.time.Instant;

/** The times of an assignment, for everybody or for a learner who was given more. */
public record Terms(Instant opens, Instant due, Instant closes) {

    /** Where in its life an assignment is. */
    public enum Phase {
        COMING,
        OPEN,
        /** After the due time, while late answers count. */
        LATE,
        CLOSED
    }

    public Phase at(Instant now) {
        if (now.isBefore(opens)) {
            return Phase.COMING;
        }
        if (!now.isAfter(due)) {
            return Phase.OPEN;
        }
        return now.isAfter(closes) ? Phase.CLOSED : Phase.LATE;
    }
}
