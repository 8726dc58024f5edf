package org.nabla.web.admission;

import java.time.Duration;

/**
 * How long the rest of a body is waited for: some time in any case, and longer for what has come. So a slow line gets through,
 * and one that sends a byte now and then does not.
 *
 * @param base in any case
 * @param bytesASecond so many bytes are worth another second
 */
record BodyPatience(Duration base, int bytesASecond) {

    /** What is left; zero or less where it is over. @param since the beginning */
    Duration left(long bytes, Duration since) {
        return base.plusMillis(bytes * 1000 / bytesASecond).minus(since);
    }
}
