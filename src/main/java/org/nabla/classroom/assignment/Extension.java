package org.nabla.classroom.assignment;

import java.time.Instant;

/** More time for one learner. */
public record Extension(Instant due, Instant closes, String reason) {

    Terms terms(Terms all) {
        return new Terms(all.opens(), due, closes);
    }
}
