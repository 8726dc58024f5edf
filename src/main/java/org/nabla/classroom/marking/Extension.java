package org.nabla.classroom.marking;

import java.time.Instant;

/** More time for one learner. */
public record Extension(Instant due, Instant closes, String reason) {

    public Terms terms(Terms all) {
        return new Terms(all.opens(), due, closes);
    }
}
