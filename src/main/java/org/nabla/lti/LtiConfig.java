package org.nabla.lti;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of the work with learning platforms; {@code nabla.lti.*} in application.properties. */
@ConfigMapping(prefix = "nabla.lti")
public interface LtiConfig {

    /** Where browsers find this site, {@code https://nabla.example.org}; where it is not set, what the request says. */
    Optional<String> address();

    /** Hosts of platforms that may be in a private network, and be called without https. All others must be neither. */
    Optional<Set<String>> trustedHosts();

    /** How long a call to a platform may take, from the first byte to the last. */
    @WithDefault("8s")
    Duration timeout();

    /** How many bytes a platform may answer with. */
    @WithDefault("1048576")
    int mostBytes();

    /** How long a key signs before the next one takes over. */
    @WithDefault("90D")
    Duration keyLife();

    /** How often it is looked whether a key is old enough; {@code off} for never. */
    @WithDefault("6h")
    String rotateEvery();

    /** How often marks are looked through for those that a platform does not have yet; {@code off} for never. */
    @WithDefault("1m")
    String marksEvery();

    /** How often platforms are asked who is in their courses; {@code off} for never. */
    @WithDefault("6h")
    String rosterEvery();
}
