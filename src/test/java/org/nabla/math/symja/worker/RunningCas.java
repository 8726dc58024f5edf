package org.nabla.math.symja.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.nabla.math.Deadline;

/** One running algebra system for all tests of this virtual machine that do it no harm. */
public final class RunningCas {
    private static final SymjaCas INSTANCE = start(config(1, 0, 1_000_000));

    private RunningCas() {}

    /** One generator beside so many checkers and spares, which start from an archive that all tests share. */
    public static CasConfig config(int checkers, int spares, int requestsPerWorker) {
        return new CasConfig(
                checkers,
                1,
                spares,
                256,
                requestsPerWorker,
                Duration.ofSeconds(60),
                Optional.of(Path.of("target/algebra")));
    }

    /** Ready when it is returned; not to be closed. */
    public static SymjaCas get() {
        return INSTANCE;
    }

    static SymjaCas start(CasConfig config) {
        var cas = SymjaCas.start(config);
        waitFor(cas::ready);
        waitFor(() -> cas.pids().size() == config.workers());
        return cas;
    }

    /** Looks again and again, as often as a person would not notice. */
    static void waitFor(BooleanSupplier condition) {
        var end = new Deadline(Duration.ofMinutes(10));
        while (!condition.getAsBoolean()) {
            if (end.isPast()) {
                throw new IllegalStateException("it did not happen within ten minutes");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
