package org.nabla.classroom;

import java.time.Instant;

/** A join code with the moment at which it runs out. */
public record OpenCode(JoinCode code, Instant until) {}
