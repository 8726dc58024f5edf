package org.nabla.math.symja.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How many workers there are and how long each lives.
 *
 * @param checkers workers for what a check asks
 * @param generators workers for what the making of an exercise asks: integrals, limits, systems of equations
 * @param spares workers more than that, so that some are there while a killed one is replaced; they help with checks
 * @param heapMegabytes the heap of each worker
 * @param requestsPerWorker after how many requests a worker is replaced
 * @param archive the folder in which their classes are kept as the virtual machine has them, so that they start sooner; it
 *     belongs to the application alone. None where it is empty
 * @param startLimit how much the processor may work for the start of a worker, and how long that may stand still
 */
public record CasConfig(
        int checkers,
        int generators,
        int spares,
        int heapMegabytes,
        int requestsPerWorker,
        Duration startLimit,
        Optional<Path> archive) {

    public static final CasConfig DEFAULT = new CasConfig(2, 1, 1, 256, 5_000, Duration.ofSeconds(60));

    public CasConfig(
            int checkers, int generators, int spares, int heapMegabytes, int requestsPerWorker, Duration startLimit) {
        this(checkers, generators, spares, heapMegabytes, requestsPerWorker, startLimit, Optional.empty());
    }

    public CasConfig {
        if (checkers < 1 || generators < 1 || spares < 0 || heapMegabytes < 64 || requestsPerWorker < 1) {
            throw new IllegalArgumentException("the algebra system needs at least one worker of each sort with 64 MB");
        }
    }

    int workers() {
        return checkers + generators + spares;
    }
}
