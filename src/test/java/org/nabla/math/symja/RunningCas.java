package org.nabla.math.symja;

import java.time.Duration;

/** One running algebra system for all tests of this virtual machine that do it no harm. */
public final class RunningCas {
    private static final SymjaCas INSTANCE = start(new CasConfig(1, 1, 0, 256, 1_000_000, Duration.ofSeconds(60)));

    private RunningCas() {}

    /** Ready when it is returned; not to be closed. */
    public static SymjaCas get() {
        return INSTANCE;
    }

    static SymjaCas start(CasConfig config) {
        var cas = SymjaCas.start(config);
        var end = Deadline.in(Duration.ofSeconds(30));
        while (!cas.ready()) {
            if (end.isOver()) {
                throw new IllegalStateException("the algebra system does not start");
            }
            Thread.onSpinWait();
        }
        return cas;
    }
}
