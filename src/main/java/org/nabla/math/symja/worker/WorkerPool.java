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
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.nabla.line.WaitingLines;
import org.nabla.math.Deadline;

/**
 * The workers: who is free, and who waits for one.
 *
 * <p>Any worker serves any lane, and each lane has a number of workers that it may keep busy: so the making of exercises never
 * delays a check, and while one worker is replaced the others do its work. In a lane the askers take turns, and none of them
 * has all of its workers: whoever asks what runs away, and costs a worker each time, leaves one to the others. Where too many
 * wait already, whoever comes is sent away at once: their time would be up before their turn.
 */
final class WorkerPool implements AutoCloseable {
    /** How many wait in a lane at most for each worker that it may keep busy. */
    private static final int LINE = 8;

    /** Who asks, and in which lane. */
    private record Work(Lane lane, String asker) {}

    /** A worker that is waited for, and by whom. */
    private record Turn(String asker, CompletableFuture<WorkerProcess> worker) {}

    private final CasConfig config;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(task -> daemon("watch", task));
    private final WorkerStarter starter;

    // Guarded by this.
    private final Set<WorkerProcess> alive = new HashSet<>();
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final Map<WorkerProcess, Work> busy = new HashMap<>();
    private final Map<Lane, WaitingLines<Turn>> waiting = new EnumMap<>(Lane.class);
    private long started;
    private boolean closed;

    WorkerPool(CasConfig config, Future<?> other) {
        this(config, other, WorkerProcess::launch);
    }

    WorkerPool(CasConfig config, Future<?> other, WorkerStarter.Launch launch) {
        this.config = config;
        this.starter = new WorkerStarter(config, launch, watch, this::enlist);
        for (var lane : Lane.values()) {
            waiting.put(lane, new WaitingLines<>(Turn::asker));
        }
        starter.waitFor(other);
        for (int i = 0; i < config.workers(); i++) {
            starter.startOne();
        }
        starter.archive();
    }

    /**
     * A free worker, waited for in turn; none if the time is up first, where too many wait, or at the end of the application.
     *
     * @param asker with whom it shares its turns
     */
    Optional<WorkerProcess> take(Lane lane, String asker, Deadline deadline) {
        var turn = new Turn(asker, new CompletableFuture<>());
        synchronized (this) {
            if (closed || state() == CasState.AWAY || line(lane).size() >= LINE * limit(lane)) {
                return Optional.empty();
            }
            line(lane).add(turn);
            serve();
        }
        try {
            return Optional.of(turn.worker().get(Math.max(0, deadline.nanosLeft()), TimeUnit.NANOSECONDS));
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
    private synchronized void leave(Lane lane, Turn turn) {
        if (!line(lane).remove(turn) && !turn.worker().isCancelled()) {
            giveBack(turn.worker().join());
        }
    }

    /** Gives free workers to those who wait: checks first. */
    private synchronized void serve() {
        for (var lane : Lane.values()) {
            while (line(lane).hasOneOf(asker -> mayHaveOneMore(lane, asker))
                    && taken(lane) < limit(lane)
                    && mayBeServed(lane)) {
                var worker = nextIdle();
                if (worker.isEmpty()) {
                    return;
                }
                var turn = line(lane).next(asker -> mayHaveOneMore(lane, asker)).orElseThrow();
                busy.put(worker.get(), new Work(lane, turn.asker()));
                turn.worker().complete(worker.get());
            }
        }
    }

    /** Where a lane has several workers, none of the askers has all of them, unless nobody tells who asks. */
    private boolean mayHaveOneMore(Lane lane, String asker) {
        if (asker.isEmpty()) {
            return true;
        }
        int most = Math.max(1, limit(lane) - 1);
        return busy.values().stream().filter(new Work(lane, asker)::equals).count() < most;
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
        return busy.values().stream().filter(work -> work.lane() == lane).count();
    }

    /** How many workers a lane may keep busy: the spare ones help with checks until they are needed. */
    private int limit(Lane lane) {
        return switch (lane) {
            case CHECK -> config.checkers() + config.spares();
            case GENERATION -> config.generators();
            case BACKGROUND -> 1;
        };
    }

    private WaitingLines<Turn> line(Lane lane) {
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
            waiting.values().forEach(line -> line.forEach(turn -> turn.worker().cancel(false)));
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
