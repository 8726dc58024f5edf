package org.nabla.lti;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the work with learning platforms; {@code nabla.lti.*} in application.properties. */
@ConfigMapping(prefix = "nabla.lti")
public interface LtiConfig {

    /** How long a key signs before the next one takes over. */
    @WithDefault("90D")
    Duration keyLife();

    /** The bits of a new key's modulus; what a key costs to make grows with their fourth power. */
    @WithDefault("3072")
    int keyBits();

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
