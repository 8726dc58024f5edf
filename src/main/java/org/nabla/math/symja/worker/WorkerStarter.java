package org.nabla.math.symja.worker;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts workers, one at a time, and ever slower while they fail to start. */
final class WorkerStarter implements AutoCloseable {

    private static final Logger LOG = System.getLogger(WorkerStarter.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final CasConfig config;
    private final ScheduledExecutorService watch;
    private final Consumer<WorkerProcess> started;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> WorkerPool.daemon("starter", task));

    // Guarded by this.
    private @Nullable WorkerProcess starting;
    private boolean closed;

    private Duration pause = FIRST_PAUSE; // seen by the one thread alone

    /** @param started is given each worker that is warm */
    WorkerStarter(CasConfig config, ScheduledExecutorService watch, Consumer<WorkerProcess> started) {
        this.config = config;
        this.watch = watch;
        this.started = started;
    }

    /** Returns at once; the worker is given to the pool when it is warm. */
    void startOne() {
        thread.execute(this::start);
    }

    private void start() {
        try {
            var worker = WorkerProcess.launch(config);
            begin(worker);
            var limit = watch.schedule(worker::kill, config.startLimit().toMillis(), TimeUnit.MILLISECONDS);
            worker.awaitReady();
            limit.cancel(false);
            pause = FIRST_PAUSE;
            started.accept(worker);
        } catch (IOException | RuntimeException e) {
            tryAgainLater(e);
        }
    }

    private synchronized void begin(WorkerProcess worker) {
        starting = worker;
        if (closed) {
            worker.kill();
        }
    }

    private synchronized void tryAgainLater(Exception reason) {
        killStarting();
        if (!closed) {
            LOG.log(Level.WARNING, "The algebra system cannot start; next try in " + pause.toMillis() + " ms", reason);
            var unused = thread.schedule(this::start, pause.toMillis(), TimeUnit.MILLISECONDS);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void killStarting() {
        if (starting != null) {
            starting.kill();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        killStarting();
        thread.shutdownNow();
    }
}
