package org.nabla.web.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How an instance behind a proxy ends; {@code nabla.departure.*} in application.properties. */
@ConfigMapping(prefix = "nabla.departure")
interface DepartureConfig {

    /**
     * How long it goes on serving after it was told to end, while its readiness says that it is going: longer than the proxy
     * takes to notice. With 0 it ends at once.
     */
    @WithDefault("0s")
    Duration notice();

    /** How long requests that are still being answered then are waited for. */
    @WithDefault("20s")
    Duration patience();
}
