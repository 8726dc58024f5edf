package org.nabla.web;

import java.time.Instant;
import java.util.Optional;

/** Work that is done later than it was asked for. Each feature that has some is a bean of this type, and whoever runs the site sees them all. */
public interface WorkQueue {

    /**
     * How it stands.
     *
     * @param name what waits, in a few words
     * @param oldest since when the first of them could have been done
     * @param failed what is not tried any more
     */
    record State(String name, long waiting, Optional<Instant> oldest, long failed) {}

    State state();
}
