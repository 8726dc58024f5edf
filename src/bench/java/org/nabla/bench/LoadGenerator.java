package org.nabla.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests over so many connections, each of which sends the next as soon as it has an answer. */
final class LoadGenerator implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();

    /** A request as it is sent. */
    record Asked(String method, String path, Map<String, String> headers, String body) {}

    /** What came of a round. Times in nanoseconds, of answers that are neither refusals nor failures. */
    record Result(long count, long refused, long failed, long[] times, Duration duration) {
        double perSecond() {
            return times.length * 1e9 / duration.toNanos();
        }

        private double quantile(double share) {
            return times.length == 0 ? 0 : times[(int) Math.min(times.length - 1, share * times.length)] / 1e6;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f | %.0f | %.0f | %d | %d",
                    perSecond(),
                    quantile(0.5),
                    quantile(0.99),
                    refused,
                    failed);
        }
    }

    Result run(LoadBench.LoadSource source, int connections, Duration duration) throws InterruptedException {
        var round = begin(source, connections);
        Thread.sleep(duration.toMillis());
        round.stop();
        return round.result();
    }

    Round begin(LoadBench.LoadSource source, int connections) {
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setDefaultHost(source.site().getHost())
                .setDefaultPort(source.site().getPort())
                .setKeepAliveTimeout(60));
        var round = new Round(client, source, connections);
        round.begin();
        return round;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** One while it lasts. */
    static final class Round {
        private static final int MOST = 4_000_000;

        private final HttpClient client;
        private final LoadBench.LoadSource source;
        private final int connections;
        private final long begun = System.nanoTime();
        private final CountDownLatch running;
        private final AtomicLong number = new AtomicLong();
        private final AtomicLong answered = new AtomicLong();
        private final AtomicLong refused = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private final long[] times = new long[MOST];
        private volatile boolean stopped;
        private volatile long ended;

        Round(HttpClient client, LoadBench.LoadSource source, int connections) {
            this.client = client;
            this.source = source;
            this.connections = connections;
            this.running = new CountDownLatch(connections);
        }

        void begin() {
            for (int i = 0; i < connections; i++) {
                send();
            }
        }

        void stop() throws InterruptedException {
            ended = System.nanoTime();
            stopped = true;
            if (!running.await(1, TimeUnit.MINUTES)) {
                failed.addAndGet(running.getCount());
            }
            client.close();
        }

        Result result() {
            int count = (int) Math.min(MOST, answered.get());
            var sorted = Arrays.copyOf(times, count);
            Arrays.sort(sorted);
            return new Result(
                    count + refused.get() + failed.get(),
                    refused.get(),
                    failed.get(),
                    sorted,
                    Duration.ofNanos(ended - begun));
        }

        private void send() {
            if (stopped) {
                running.countDown();
                return;
            }
            var asked = source.next(number.getAndIncrement());
            long start = System.nanoTime();
            client.request(HttpMethod.valueOf(asked.method()), asked.path())
                    .compose(request -> {
                        asked.headers().forEach(request::putHeader);
                        return request.send(Buffer.buffer(asked.body()));
                    })
                    .compose(response -> response.body().map(body -> response.statusCode()))
                    .onComplete(answer -> {
                        note(answer.succeeded() ? answer.result() : 0, System.nanoTime() - start);
                        send();
                    });
        }

        private void note(int status, long time) {
            if (stopped) {
                return; // it was not all within the round
            }
            if (status == 503 || status == 429) {
                refused.incrementAndGet();
            } else if (status == 0 || status >= 400) {
                failed.incrementAndGet();
            } else {
                int place = (int) answered.getAndIncrement();
                if (place < MOST) {
                    times[place] = time;
                }
            }
        }
    }
}
