package org.nabla.math.symja;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The workers: who is free, who takes the place of one that ended, and the start of new ones, one at a time and ever slower
 * while they fail to start.
 *
 * <p>Whoever waits longest for a worker gets the next one. The two lanes do not share workers, so that the making of
 * exercises never delays a check.
 */
final class WorkerPool implements AutoCloseable {

    private static final Logger LOG = System.getLogger(WorkerPool.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final CasConfig config;
    private final ScheduledExecutorService starter = Executors.newSingleThreadScheduledExecutor(daemon("starter"));
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(daemon("watch"));
    private final Map<Lane, BlockingQueue<WorkerProcess>> free = new EnumMap<>(Lane.class);

    // Guarded by this.
    private final Map<WorkerProcess, Lane> seats = new HashMap<>();
    private final Deque<WorkerProcess> spares = new ArrayDeque<>();
    private final Set<WorkerProcess> alive = new HashSet<>();
    private @Nullable WorkerProcess starting;
    private long started;
    private boolean closed;
    private Duration pause = FIRST_PAUSE;

    WorkerPool(CasConfig config) {
        this.config = config;
        for (var lane : Lane.values()) {
            free.put(lane, new ArrayBlockingQueue<>(seats(lane), true));
        }
        for (int i = 0; i < config.workers(); i++) {
            starter.execute(this::start);
        }
    }

    /** A free worker of the lane, waited for in turn; none if the time is up first. */
    Optional<WorkerProcess> take(Lane lane, Deadline deadline) {
        try {
            while (true) {
                var worker = free(lane).poll(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
                if (worker == null || worker.isUsable()) {
                    return Optional.ofNullable(worker);
                }
                remove(worker);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Takes the worker back after an answer; one that has served long enough leaves. */
    synchronized void giveBack(WorkerProcess worker) {
        var lane = seats.get(worker);
        if (lane == null) {
            return;
        }
        if (!worker.isUsable()) {
            remove(worker);
        } else if (worker.requests() >= config.requestsPerWorker() && (!spares.isEmpty() || config.spares() == 0)) {
            remove(worker);
            worker.retire();
        } else {
            free(lane).add(worker);
        }
    }

    /** Puts a spare worker in the place of this one, which has ended or is about to. */
    synchronized void remove(WorkerProcess worker) {
        if (!alive.remove(worker) || closed) {
            return;
        }
        spares.remove(worker);
        var lane = seats.remove(worker);
        if (lane != null) {
            free(lane).remove(worker);
        }
        if (lane != null && !spares.isEmpty()) {
            seat(spares.remove());
        }
        starter.execute(this::start);
    }

    /** Whether a worker of the lane is in its place, free or busy. */
    synchronized boolean isStaffed(Lane lane) {
        return seats.containsValue(lane);
    }

    synchronized int busy() {
        return seats.size() - idle();
    }

    int idle() {
        return free.values().stream().mapToInt(BlockingQueue::size).sum();
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

    private void start() {
        try {
            var worker = WorkerProcess.launch(config);
            begin(worker);
            var limit = watch.schedule(worker::kill, config.startLimit().toMillis(), TimeUnit.MILLISECONDS);
            worker.awaitReady();
            limit.cancel(false);
            enlist(worker);
            worker.whenEnded(() -> remove(worker));
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
        kill(starting);
        if (!closed) {
            LOG.log(Level.WARNING, "The algebra system cannot start; next try in " + pause.toMillis() + " ms", reason);
            var unused = starter.schedule(this::start, pause.toMillis(), TimeUnit.MILLISECONDS);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private static void kill(@Nullable WorkerProcess worker) {
        if (worker != null) {
            worker.kill();
        }
    }

    private synchronized void enlist(WorkerProcess worker) {
        if (closed) {
            worker.kill();
        } else {
            started++;
            pause = FIRST_PAUSE;
            alive.add(worker);
            seat(worker);
        }
    }

    /** Gives the worker a place in a lane, or none while all are taken. */
    private void seat(WorkerProcess worker) {
        nextLane()
                .ifPresentOrElse(
                        lane -> {
                            seats.put(worker, lane);
                            free(lane).add(worker);
                        },
                        () -> spares.add(worker));
    }

    /** The lane that needs a worker most. */
    private synchronized Optional<Lane> nextLane() {
        return Stream.of(Lane.values())
                .filter(lane -> taken(lane) < seats(lane))
                .min(Comparator.comparingLong(this::taken));
    }

    private long taken(Lane lane) {
        return seats.values().stream().filter(lane::equals).count();
    }

    private int seats(Lane lane) {
        return lane == Lane.CHECK ? config.checkers() : config.generators();
    }

    private BlockingQueue<WorkerProcess> free(Lane lane) {
        return Objects.requireNonNull(free.get(lane));
    }

    /** Ends all workers: the idle ones by themselves, the others at once. */
    @Override
    public void close() {
        List<WorkerProcess> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(alive);
            kill(starting);
        }
        starter.shutdownNow();
        watch.shutdownNow();
        ending.forEach(WorkerProcess::retire);
        ending.forEach(WorkerProcess::awaitEnd);
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            var thread = new Thread(task, "algebra-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
