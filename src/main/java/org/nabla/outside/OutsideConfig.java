package org.nabla.outside;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The limits of calls to other servers; {@code nabla.outside.*} in application.properties. */
@ConfigMapping(prefix = "nabla.outside")
public interface OutsideConfig {

    /** Hosts that may be in a private network, and be called without https. All others must be neither. */
    Optional<Set<String>> trustedHosts();

    /** How long a call may take, from the first byte to the last. */
    @WithDefault("8s")
    Duration timeout();

    /** How many bytes an answer may have. */
    @WithDefault("1048576")
    int mostBytes();
}
