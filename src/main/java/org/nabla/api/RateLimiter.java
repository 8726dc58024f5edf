package org.nabla.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A token bucket for each address and each program: tokens come back steadily, and a request takes one. */
@Singleton
public class RateLimiter {

    private static final int ADDRESSES = 100_000;

    /** How many tokens there were at a moment. */
    private record Bucket(double tokens, Instant at) {}

    private final int size;
    private final double perSecond;
    private final Clock clock;
    private final Cache<String, Bucket> buckets;

    RateLimiter(ApiConfig config, Clock clock) {
        this.size = config.burst();
        this.perSecond = config.requestsPerMinute() / 60.0;
        this.clock = clock;
        // A bucket that is not asked for so long is full again, and need not be kept.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(Duration.ofSeconds((long) (size / perSecond) + 1))
                .build();
    }

    /** Takes a token; where there is none, how long to wait for it. */
    public Optional<Duration> admit(String address) {
        var wait = new Duration[1];
        buckets.asMap().compute(address, (key, bucket) -> {
            var now = clock.instant();
            var tokens = bucket == null ? size : refilled(bucket, now);
            if (tokens < 1) {
                wait[0] = Duration.ofMillis((long) Math.ceil((1 - tokens) / perSecond * 1000));
                return new Bucket(tokens, now);
            }
            return new Bucket(tokens - 1, now);
        });
        return Optional.ofNullable(wait[0]);
    }

    private double refilled(Bucket bucket, Instant now) {
        var seconds = Math.max(0, Duration.between(bucket.at(), now).toMillis() / 1000.0);
        return Math.min(size, bucket.tokens() + seconds * perSecond);
    }
}
