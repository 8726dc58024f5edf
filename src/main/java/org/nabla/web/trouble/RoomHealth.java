package org.nabla.web.trouble;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The alarm for a disk that is full or nearly so. It makes no instance unready: without room the site still shows what there
 * is. The disk of a database elsewhere is seen only by what it refuses.
 */
@Default
@Wellness
@Singleton
class RoomHealth implements HealthCheck {

    /** So long the alarm stays after something was refused. */
    static final Duration AFTER = Duration.ofMinutes(5);
    /** A database that cannot write its log at all stops, so the alarm comes before. */
    static final long LEAST_MEGABYTES = 200;

    private final Path data;
    private final boolean embedded;
    private final LongSupplier nanos;
    private volatile boolean everRefused;
    private volatile long refusedAt;

    @Inject
    RoomHealth(
            @ConfigProperty(name = "nabla.data") String data,
            @ConfigProperty(name = "nabla.database.embedded", defaultValue = "false") boolean embedded) {
        this(Path.of(data), embedded, System::nanoTime);
    }

    RoomHealth(Path data, boolean embedded, LongSupplier nanos) {
        this.data = data;
        this.embedded = embedded;
        this.nanos = nanos;
    }

    /** Takes notice of what a request failed of. */
    void note(Outage outage) {
        if (outage == Outage.FULL) {
            refusedAt = nanos.getAsLong();
            everRefused = true;
        }
    }

    @Override
    public HealthCheckResponse call() {
        var wasRefused = everRefused && nanos.getAsLong() - refusedAt < AFTER.toNanos();
        var answer = HealthCheckResponse.named("Room on the disk").withData("refusedJustNow", wasRefused);
        if (!embedded) {
            return answer.status(!wasRefused).build();
        }
        var free = freeMegabytes();
        return answer.status(!wasRefused && free >= LEAST_MEGABYTES)
                .withData("freeMegabytes", free)
                .build();
    }

    private long freeMegabytes() {
        try {
            return Files.getFileStore(data).getUsableSpace() >> 20;
        } catch (IOException e) {
            return 0; // the folder of the running database is gone
        }
    }
}
