package org.nabla.packaged;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Some people who look at pages and send answers, one after another each, until they are told to stop. */
final class SteadyLoad implements AutoCloseable {
    private static final String CHECK = """
            {"answer": {"kind": "expression", "value": "2*x*y", "variables": {"x": "real", "y": "real"}}, "response": "2xy"}""";

    private final URI site;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> people;
    private final LongAdder requests = new LongAdder();
    private final LongAdder again = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentSkipListMap<>();

    /** @param patient whether a request that failed is sent once more, as the page does */
    SteadyLoad(String site, int people, boolean patient) {
        this.site = URI.create(site);
        this.people = Stream.iterate(0, i -> i + 1)
                .limit(people)
                .map(number -> new Thread(() -> live(number, patient), "visitor " + number))
                .toList();
        this.people.forEach(Thread::start);
    }

    long requests() {
        return requests.sum();
    }

    /** How many were sent once more. */
    long sentAgain() {
        return again.sum();
    }

    /** What failed, by its kind: a status or what the client said. */
    Map<String, Long> failures() {
        var counts = new ConcurrentSkipListMap<String, Long>();
        failures.forEach((kind, count) -> counts.put(kind, count.sum()));
        return counts;
    }

    long failed() {
        return failures.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Returns when so many more were answered. */
    void awaitMore(int count) throws InterruptedException {
        var goal = requests() + count;
        while (requests() < goal) {
            Thread.sleep(20);
        }
    }

    private void live(int number, boolean patient) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(30))
                .build();
        for (int i = 0; !stopped.get(); i++) {
            var request = request(number, i);
            var problem = send(http, request);
            if (!problem.isEmpty() && patient) {
                again.increment();
                problem = sendLater(http, request);
            }
            requests.increment();
            if (!problem.isEmpty()) {
                failures.computeIfAbsent(problem, kind -> new LongAdder()).increment();
            }
        }
    }

    private String sendLater(HttpClient http, HttpRequest request) {
        try {
            Thread.sleep(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return send(http, request);
    }

    private HttpRequest request(int number, int i) {
        var paths =
                List.of("/", "/skills", "/practice/divergence-of-a-field/" + (number + i) % 3, "/sign-in", "/embed");
        var builder = HttpRequest.newBuilder(
                        site.resolve(i % 2 == 0 ? "/api/v1/check" : paths.get(i / 2 % paths.size())))
                .timeout(Duration.ofSeconds(60))
                // As from many, so that nobody asks too often.
                .header("X-Forwarded-For", "198.51." + (i / 200 % 200) + "." + (i % 200 + 1));
        return i % 2 == 0
                ? builder.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(CHECK))
                        .build()
                : builder.GET().build();
    }

    /** What went wrong; nothing where it was answered. */
    private static String send(HttpClient http, HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            // Too many from one address is an answer: a proxy that counts addresses itself hides the many.
            return answer.statusCode() < 500 ? "" : request.method() + " " + answer.statusCode();
        } catch (IOException e) {
            return request.method() + " " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped.set(true);
        for (var person : new ArrayList<>(people)) {
            person.join();
        }
    }
}
