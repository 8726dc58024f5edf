package org.nabla.math.symja.worker;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;

/** The requests that ran away lately, so that whoever sends the same once more costs no other worker. */
final class Runaways {
    private static final int MOST = 500;

    /** Not for ever: a machine that was busy with something else may have been to blame. */
    private static final Duration MEMORY = Duration.ofMinutes(5);

    private final Cache<ByteBuffer, Duration> spent =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();

    /** The request did not end within this time. */
    void note(byte[] request, Duration computing) {
        spent.put(ByteBuffer.wrap(request), computing);
    }

    /** Whether the request was given nearly as much time before, in vain: a little always goes into waiting. */
    boolean isHopeless(byte[] request, Duration computing) {
        var before = spent.getIfPresent(ByteBuffer.wrap(request));
        return before != null && before.multipliedBy(10).compareTo(computing.multipliedBy(9)) >= 0;
    }
}
