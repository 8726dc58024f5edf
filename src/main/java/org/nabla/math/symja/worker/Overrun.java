package org.nabla.math.symja.worker;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Watches over one question to a worker, and kills the worker where it takes too long. */
final class Overrun {
    private final ScheduledExecutorService watch;
    private final WorkerProcess worker;
    private final RunPatience patience;

    // Guarded by this.
    private boolean settled;
    private boolean hopeless;

    Overrun(ScheduledExecutorService watch, WorkerProcess worker, Duration budget) {
        this.watch = watch;
        this.worker = worker;
        this.patience = new RunPatience(budget);
    }

    /** @throws RejectedExecutionException at the end of the application */
    void begin() {
        var unused = watch.schedule(this::look, patience.step().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The worker answered or ended. @return whether it did so by itself */
    synchronized boolean settle() {
        boolean first = !settled;
        settled = true;
        return first;
    }

    /** Whether the worker was killed although it had the processor. */
    synchronized boolean isHopeless() {
        return hopeless;
    }

    private synchronized void look() {
        if (settled) {
            return;
        }
        if (patience.isOver(worker.processorTime())) {
            settled = true;
            hopeless = !patience.wasStarved();
            worker.kill();
            return;
        }
        try {
            begin();
        } catch (RejectedExecutionException e) {
            worker.kill(); // the application ends
        }
    }
}
