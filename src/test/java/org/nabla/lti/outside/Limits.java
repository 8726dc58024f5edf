package org.nabla.lti.outside;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.nabla.lti.LtiConfig;

/** Settings of a test, with narrow limits. */
record Limits(String trusted, Duration timeout) implements LtiConfig {

    @Override
    public Optional<String> address() {
        return Optional.empty();
    }

    @Override
    public Optional<Set<String>> trustedHosts() {
        return Optional.of(Set.of(trusted));
    }

    @Override
    public int mostBytes() {
        return 10_000;
    }

    @Override
    public Duration keyLife() {
        return Duration.ofDays(90);
    }

    @Override
    public String rotateEvery() {
        return "off";
    }

    @Override
    public String marksEvery() {
        return "off";
    }

    @Override
    public String rosterEvery() {
        return "off";
    }
}
