package org.nabla.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one address may ask; {@code nabla.api.*} in application.properties. */
@ConfigMapping(prefix = "nabla.api")
interface ApiConfig {

    /** How many requests may come at once after a pause. */
    @WithDefault("120")
    int burst();

    /** How many requests a minute may come for as long as they like. */
    @WithDefault("600")
    int requestsPerMinute();

    /** The largest request in bytes: a key, its mistakes and a response take a few hundred. */
    @WithDefault("65536")
    int largestRequest();
}
