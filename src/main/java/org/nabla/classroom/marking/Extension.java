package org.nabla.classroom.marking;

import java.time.Instant;

/** More time for one learner. It never makes anything earlier, whatever becomes of the times of all. */
public record Extension(Instant due, Instant closes, String reason) {
    public Terms terms(Terms all) {
        var later = later(due, all.due());
        return new Terms(all.opens(), later, later(later, later(closes, all.closes())));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
