package org.nabla.math.symja.worker;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts workers, one at a time, and ever slower while they fail to start or are lost as soon as they are there. */
final class WorkerStarter implements AutoCloseable {

    private static final Logger LOG = System.getLogger(WorkerStarter.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration MOST_WAIT = Duration.ofSeconds(60);

    /** Starts the process of a worker. */
    interface Launch {
        WorkerProcess launch(CasConfig config) throws IOException;
    }

    private final CasConfig config;
    private final Launch launch;
    private final ScheduledExecutorService watch;
    private final Consumer<WorkerProcess> started;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> WorkerPool.daemon("starter", task));
    private final Pause pause = new Pause();
    private final LongAdder failures = new LongAdder();

    private volatile boolean failing;

    /** For how long whoever waits for a worker need not be sent away. */
    private static final Duration SOON = Duration.ofSeconds(5);

    // Guarded by this.
    private @Nullable WorkerProcess starting;
    private boolean closed;

    /** @param started is given each worker that is warm */
    WorkerStarter(CasConfig config, Launch launch, ScheduledExecutorService watch, Consumer<WorkerProcess> started) {
        this.config = config;
        this.launch = launch;
        this.watch = watch;
        this.started = started;
    }

    /** Returns at once; no worker starts before this is done, unless it takes too long. */
    void waitFor(Future<?> other) {
        if (!other.isDone()) {
            thread.execute(() -> {
                try {
                    other.get(MOST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
                } catch (ExecutionException | TimeoutException e) {
                    LOG.log(Level.DEBUG, "The workers start beside the application");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    /** Returns at once; the worker is given to the pool when it is warm. */
    void startOne() {
        startAfter(Duration.ZERO);
    }

    /** The same in place of one that has ended. One that was lost soon after its start is replaced ever later. */
    void startInPlaceOf(WorkerProcess lost) {
        if (lost.wasKilledHere()) {
            startOne();
            return;
        }
        var wait = pause.afterLoss(lost.age());
        // One that was lost young is soon replaced, and who waits may wait; only a row of them is a failure.
        failing |= wait.compareTo(SOON) > 0;
        startAfter(wait);
    }

    /** Whether the last start failed, or its worker was lost at once. */
    boolean isFailing() {
        return failing;
    }

    long failures() {
        return failures.sum();
    }

    /** Makes what lets later workers start sooner, when those that were asked for so far have started. */
    void archive() {
        // In a thread of its own: a worker that is lost meanwhile is replaced at once.
        thread.execute(() -> WorkerPool.daemon("archive", this::makeArchive).start());
    }

    private void makeArchive() {
        try {
            WorkerProcess.archive(config);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The classes of the algebra system are not kept", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAfter(Duration wait) {
        try {
            var unused = thread.schedule(this::start, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The application ends.
        }
    }

    private void start() {
        try {
            var worker = launch.launch(config);
            begin(worker);
            awaitReady(worker);
            failing = false;
            started.accept(worker);
        } catch (IOException | RuntimeException e) {
            tryAgainLater(e);
        }
    }

    private void awaitReady(WorkerProcess worker) throws IOException {
        var patience = new StartPatience(config.startLimit(), System.nanoTime());
        var look = watch.scheduleWithFixedDelay(
                () -> {
                    if (patience.isOver(worker.processorTime(), System.nanoTime())) {
                        worker.kill();
                    }
                },
                BETWEEN_LOOKS.toMillis(),
                BETWEEN_LOOKS.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            worker.awaitReady();
        } finally {
            look.cancel(false);
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
            failing = true;
            failures.increment();
            var wait = pause.afterFailure();
            LOG.log(Level.WARNING, "The algebra system cannot start; next try in " + wait.toMillis() + " ms", reason);
            startAfter(wait);
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
