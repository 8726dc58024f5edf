package org.nabla.progress.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many exercises are made before anybody asks; {@code nabla.prepared.*} in application.properties. */
@ConfigMapping(prefix = "nabla.prepared")
interface PreparedConfig {

    /** Variants of each template; 0 makes none ahead. */
    @WithDefault("12")
    int variants();
}
