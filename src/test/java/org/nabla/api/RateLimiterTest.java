package org.nabla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    /** A clock that stands still until it is told to go on. */
    private static final class Hands extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hands clock = new Hands();
    private final RateLimiter limiter = new RateLimiter(
            new ApiConfig() {
                @Override
                public int burst() {
                    return 3;
                }

                @Override
                public int requestsPerMinute() {
                    return 60;
                }

                @Override
                public int largestRequest() {
                    return 1;
                }
            },
            clock);

    private void spend(int tokens) {
        for (var i = 0; i < tokens; i++) {
            assertThat(limiter.admit("ada")).isEmpty();
        }
    }

    @Test
    void aBurstIsAdmittedAndThenNoMore() {
        spend(3);

        assertThat(limiter.admit("ada")).contains(Duration.ofSeconds(1));
    }

    @Test
    void aTokenComesBackAfterTheTimeThatWasSaid() {
        spend(3);
        clock.now = clock.now.plusSeconds(1);

        assertThat(limiter.admit("ada")).isEmpty();
        assertThat(limiter.admit("ada")).isPresent();
    }

    @Test
    void aLongPauseFillsTheBucketAndNoMore() {
        spend(3);
        clock.now = clock.now.plusSeconds(3600);

        spend(3);
        assertThat(limiter.admit("ada")).isPresent();
    }

    @Test
    void addressesDoNotShare() {
        spend(3);

        assertThat(limiter.admit("bob")).isEmpty();
    }
}
