package org.nabla.math.symja.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.nabla.math.Cas;
import org.nabla.math.Deadline;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.symja.wire.Request;
import org.nabla.math.symja.wire.TreeWriter;
import org.nabla.math.symja.wire.UnsupportedException;

/**
 * Symja as the algebra system, in worker processes. A request that runs over its budget takes its worker along, and nothing
 * else: a spare one takes its place.
 */
public final class SymjaCas implements Cas {
    private static final int MAX_TRIES = 3;

    private final WorkerPool pool;
    private final Supplier<String> asker;
    private final Runaways runaways = new Runaways();
    private final LongAdder asked = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder unsupported = new LongAdder();
    private final LongAdder timedOut = new LongAdder();
    private final LongAdder overloaded = new LongAdder();
    private final LongAdder killed = new LongAdder();

    private SymjaCas(WorkerPool pool, Supplier<String> asker) {
        this.pool = pool;
        this.asker = asker;
    }

    /** Returns at once; the workers start in the background, and a request meanwhile waits for the first within its budget. */
    public static SymjaCas start(CasConfig config) {
        return start(config, CompletableFuture.completedFuture(null), () -> "");
    }

    /**
     * The same for many who ask, who take turns; and the first worker starts when something else is done, or has taken too long:
     * they would hinder it.
     *
     * @param asker who asks in the present thread
     */
    public static SymjaCas start(CasConfig config, Future<?> other, Supplier<String> asker) {
        return new SymjaCas(new WorkerPool(config, other), asker);
    }

    @Override
    public Answer ask(Operation operation, List<Expression> arguments, Map<String, Domain> domains, Budget budget) {
        return ask(lane(operation), new Request(operation, arguments, domains), budget);
    }

    /** The same algebra system for what nobody waits for: it takes one worker at a time, and none while others want them. */
    public Cas inBackground() {
        return new Cas() {
            @Override
            public Answer ask(
                    Operation operation, List<Expression> arguments, Map<String, Domain> domains, Budget budget) {
                return SymjaCas.this.ask(Lane.BACKGROUND, new Request(operation, arguments, domains), budget);
            }

            @Override
            public boolean ready() {
                return SymjaCas.this.ready();
            }

            @Override
            public void close() {
                // The workers are not its own.
            }
        };
    }

    private Answer ask(Lane lane, Request request, Budget budget) {
        asked.increment();
        var answer = answer(lane, request, budget);
        counter(answer).increment();
        return answer;
    }

    private LongAdder counter(Answer answer) {
        return answer.either(found -> answered, reason -> switch (reason) {
            case TIMEOUT -> timedOut;
            case UNSUPPORTED -> unsupported;
            case OVERLOADED -> overloaded;
        });
    }

    private Answer answer(Lane lane, Request request, Budget budget) {
        var deadline = new Deadline(budget.total());
        byte[] bytes;
        try {
            bytes = bytes(request);
        } catch (UnsupportedException e) {
            return new Answer.Failed(Reason.UNSUPPORTED);
        }
        if (runaways.isHopeless(bytes, budget.computing())) {
            return new Answer.Failed(Reason.TIMEOUT);
        }
        // Again only where a worker ended that nobody here killed and whose memory was not full.
        for (int i = 0; i < MAX_TRIES; i++) {
            var worker = pool.take(lane, lane == Lane.BACKGROUND ? "" : asker.get(), deadline);
            if (worker.isEmpty()) {
                break;
            }
            var answer = ask(worker.get(), bytes, deadline.orIn(budget.computing()));
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return new Answer.Failed(Reason.OVERLOADED);
    }

    private Optional<Answer> ask(WorkerProcess worker, byte[] request, Deadline deadline) {
        var time = Duration.ofNanos(Math.max(1, deadline.nanosLeft()));
        var overrun = new Overrun(pool.watch(), worker, time);
        try {
            overrun.begin();
            var answer = worker.ask(request);
            // One that comes while the worker is killed is an answer.
            overrun.settle();
            return Optional.of(answer);
        } catch (RejectedExecutionException e) {
            return Optional.empty(); // the application ends
        } catch (IOException e) {
            var byItself = overrun.settle();
            if (byItself && !worker.ranOutOfMemory()) {
                worker.kill();
                return Optional.empty();
            }
            killed.increment();
            worker.kill();
            if (byItself || overrun.isHopeless()) {
                runaways.note(request, time);
            }
            return Optional.of(new Answer.Failed(Reason.TIMEOUT));
        } finally {
            pool.giveBack(worker);
        }
    }

    /** What the making of exercises asks takes long and never stands in the way of a check. */
    private static Lane lane(Operation operation) {
        return switch (operation) {
            case PROVE_ZERO, SIMPLIFY, EXPAND, FACTOR, TOGETHER, DERIVATIVE, COMPARE -> Lane.CHECK;
            case ANTIDERIVATIVE, DEFINITE_INTEGRAL, LIMIT, SOLVE, EIGENVALUES -> Lane.GENERATION;
        };
    }

    private static byte[] bytes(Request request) {
        var bytes = new ByteArrayOutputStream(256);
        try {
            new TreeWriter(new DataOutputStream(bytes)).request(request);
        } catch (IOException e) {
            throw new UnsupportedException("a name of more than 64 kB");
        }
        return bytes.toByteArray();
    }

    @Override
    public boolean ready() {
        return state() == CasState.READY;
    }

    public CasState state() {
        return pool.state();
    }

    /** Returns when there is a worker: for programs that do nothing without one. */
    public void awaitWorker() {
        pool.awaitWorker();
    }

    /** What was asked and answered since the start. */
    public CasStatistics statistics() {
        return new CasStatistics(
                asked.sum(),
                answered.sum(),
                unsupported.sum(),
                timedOut.sum(),
                overloaded.sum(),
                killed.sum(),
                pool.restarted(),
                pool.failedStarts(),
                pool.waiting(),
                pool.workers(),
                pool.busy(),
                pool.idle());
    }

    /** The processes of the workers, for tests that harm them. */
    List<Long> pids() {
        return pool.pids();
    }

    @Override
    public void close() {
        pool.close();
    }
}
