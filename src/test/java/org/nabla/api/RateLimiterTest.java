package org.nabla.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.nabla.SetClock;

class RateLimiterTest {

    private final SetClock clock = new SetClock();
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
        clock.pass(Duration.ofSeconds(1));

        assertThat(limiter.admit("ada")).isEmpty();
        assertThat(limiter.admit("ada")).isPresent();
    }

    @Test
    void aLongPauseFillsTheBucketAndNoMore() {
        spend(3);
        clock.pass(Duration.ofHours(1));

        spend(3);
        assertThat(limiter.admit("ada")).isPresent();
    }

    @Test
    void addressesDoNotShare() {
        spend(3);

        assertThat(limiter.admit("bob")).isEmpty();
    }
}
