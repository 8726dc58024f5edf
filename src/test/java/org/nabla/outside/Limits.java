package org.nabla.outside;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of a test, with narrow limits. */
record Limits(String trusted, Duration timeout) implements OutsideConfig {

    @Override
    public Optional<Set<String>> trustedHosts() {
        return Optional.of(Set.of(trusted));
    }

    @Override
    public int mostBytes() {
        return 10_000;
    }
}
