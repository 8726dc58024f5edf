package org.nabla.lti.registration;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.nabla.web.address.Framing;

/** The sites of registered platforms may show pages in a frame. Remembered, as each page in a frame asks; another instance may have changed them. */
@Singleton
class FrameOrigins implements Framing {
    private final Platforms platforms;
    private volatile List<String> origins = List.of();

    FrameOrigins(Platforms platforms) {
        this.platforms = platforms;
    }

    @Override
    public List<String> origins() {
        return origins;
    }

    void start(@Observes StartupEvent start) {
        refresh();
    }

    @Scheduled(every = "1m", delayed = "1m")
    void refresh() {
        origins = platforms.all().stream()
                .flatMap(platform -> platform.frames().stream())
                .distinct()
                .toList();
    }
}
