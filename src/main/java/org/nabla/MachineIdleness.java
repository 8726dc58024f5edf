package org.nabla;

import com.sun.management.OperatingSystemMXBean;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import org.nabla.math.symja.worker.SymjaCas;
import org.nabla.progress.store.Idleness;

/** The machine is idle while its processors have room and nobody waits for the algebra system. */
@Singleton
class MachineIdleness implements Idleness {
    /** With one processor of two at work, something more may be done. */
    private static final double ROOM = 0.7;

    private final SymjaCas algebra;
    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    MachineIdleness(SymjaCas algebra) {
        this.algebra = algebra;
    }

    @Override
    public boolean isIdle() {
        // Below zero where the machine does not tell.
        return machine.getCpuLoad() < ROOM && algebra.statistics().waiting() == 0;
    }
}
