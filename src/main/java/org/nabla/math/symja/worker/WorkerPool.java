package org.nabla.math.symja.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The workers: who is free, and who waits for one.
 *
 * <p>Any worker serves any lane, and each lane has a number of workers that it may keep busy: so the making of exercises never
 * delays a check, and while one worker is replaced the others do its work. Whoever waits longest in a lane gets the next one.
 */
final class WorkerPool implements AutoCloseable {

    private final CasConfig config;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(task -> daemon("watch", task));
    private final WorkerStarter starter;

    // Guarded by this.
    private final Set<WorkerProcess> alive = new HashSet<>();
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final Map<WorkerProcess, Lane> busy = new HashMap<>();
    private final Map<Lane, Deque<CompletableFuture<WorkerProcess>>> waiting = new EnumMap<>(Lane.class);
    private long started;
    private boolean closed;

    WorkerPool(CasConfig config) {
        this.config = config;
        this.starter = new WorkerStarter(config, watch, this::enlist);
        for (var lane : Lane.values()) {
            waiting.put(lane, new ArrayDeque<>());
        }
        for (int i = 0; i < config.workers(); i++) {
            starter.startOne();
        }
    }

    /** A free worker, waited for in turn; none if the time is up first, or at the end of the application. */
    Optional<WorkerProcess> take(Lane lane, Deadline deadline) {
        var turn = new CompletableFuture<WorkerProcess>();
        synchronized (this) {
            if (closed || state() == CasState.AWAY) {
                return Optional.empty();
            }
            line(lane).add(turn);
            serve();
        }
        try {
            return Optional.of(turn.get(Math.max(0, deadline.nanosLeft()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | CancellationException | ExecutionException e) {
            leave(lane, turn);
            return Optional.empty();
        } catch (InterruptedException e) {
            leave(lane, turn);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Out of the line; a worker that came in the last moment goes back. */
    private synchronized void leave(Lane lane, CompletableFuture<WorkerProcess> turn) {
        if (!line(lane).remove(turn) && !turn.isCancelled()) {
            giveBack(turn.join());
        }
    }

    /** Gives free workers to those who wait: checks first. */
    private synchronized void serve() {
        for (var lane : Lane.values()) {
            while (!line(lane).isEmpty() && taken(lane) < limit(lane) && mayBeServed(lane)) {
                var worker = nextIdle();
                if (worker.isEmpty()) {
                    return;
                }
                busy.put(worker.get(), lane);
                line(lane).remove().complete(worker.get());
            }
        }
    }

    /** What is in the background leaves a worker to whoever comes next, where there is more than one. */
    private boolean mayBeServed(Lane lane) {
        return lane != Lane.BACKGROUND || idle.size() > 1 || config.workers() == 1 || busy.isEmpty();
    }

    private synchronized Optional<WorkerProcess> nextIdle() {
        while (!idle.isEmpty()) {
            var worker = idle.remove();
            if (worker.isUsable()) {
                return Optional.of(worker);
            }
            remove(worker);
        }
        return Optional.empty();
    }

    /** Takes the worker back after an answer; one that has served long enough leaves. */
    synchronized void giveBack(WorkerProcess worker) {
        if (busy.remove(worker) == null) {
            return;
        }
        if (!worker.isUsable()) {
            remove(worker);
        } else if (worker.requests() >= config.requestsPerWorker() && (!idle.isEmpty() || config.spares() == 0)) {
            remove(worker);
            worker.retire();
        } else {
            idle.addFirst(worker); // the one that worked last is the warmest
        }
        serve();
    }

    /** Starts another in the place of this one, which has ended or is about to. */
    synchronized void remove(WorkerProcess worker) {
        if (!alive.remove(worker) || closed) {
            return;
        }
        idle.remove(worker);
        busy.remove(worker);
        starter.startInPlaceOf(worker);
        serve(); // the lane has room for another worker
    }

    synchronized CasState state() {
        if (!alive.isEmpty()) {
            return CasState.READY;
        }
        return starter.isFailing() ? CasState.AWAY : CasState.STARTING;
    }

    synchronized int workers() {
        return alive.size();
    }

    /** How many wait for a worker, those in the background left out. */
    synchronized int waiting() {
        return line(Lane.CHECK).size() + line(Lane.GENERATION).size();
    }

    /** How many starts failed. */
    long failedStarts() {
        return starter.failures();
    }

    /** Returns when there is a worker. */
    synchronized void awaitWorker() {
        try {
            while (alive.isEmpty() && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized int busy() {
        return busy.size();
    }

    synchronized int idle() {
        return idle.size();
    }

    /** How many workers were started in place of another. */
    synchronized long restarted() {
        return Math.max(0, started - config.workers());
    }

    synchronized List<Long> pids() {
        return alive.stream().map(WorkerProcess::pid).toList();
    }

    ScheduledExecutorService watch() {
        return watch;
    }

    private synchronized void enlist(WorkerProcess worker) {
        if (closed) {
            worker.kill();
        } else {
            started++;
            alive.add(worker);
            idle.addLast(worker);
            worker.whenEnded(() -> remove(worker));
            notifyAll();
            serve();
        }
    }

    private long taken(Lane lane) {
        return busy.values().stream().filter(lane::equals).count();
    }

    /** How many workers a lane may keep busy: the spare ones help with checks until they are needed. */
    private int limit(Lane lane) {
        return switch (lane) {
            case CHECK -> config.checkers() + config.spares();
            case GENERATION -> config.generators();
            case BACKGROUND -> 1;
        };
    }

    private Deque<CompletableFuture<WorkerProcess>> line(Lane lane) {
        return Objects.requireNonNull(waiting.get(lane));
    }

    /** Ends all workers, the idle ones by themselves, and sends those who wait away. */
    @Override
    public void close() {
        List<WorkerProcess> ending;
        synchronized (this) {
            closed = true;
            notifyAll();
            ending = List.copyOf(alive);
            waiting.values().forEach(line -> line.forEach(turn -> turn.cancel(false)));
        }
        starter.close();
        watch.shutdownNow();
        ending.forEach(WorkerProcess::retire);
        ending.forEach(WorkerProcess::awaitEnd);
    }

    static Thread daemon(String name, Runnable task) {
        var thread = new Thread(task, "algebra-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
