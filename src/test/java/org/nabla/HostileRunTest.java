package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What visitors see while others mean harm: floods of headers, huge bodies, clients that send a form and never end it, storms of
 * sign-ins, floods of guests. Takes about a minute, {@code -Dnabla.long=true}; prints a table with figures.
 */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
@EnabledIfSystemProperty(named = "nabla.long", matches = "true")
class HostileRunTest {
    private static final Duration EACH = Duration.ofSeconds(Integer.getInteger("nabla.hostile.seconds", 8));
    private static final String PROBLEM = "/practice/first-partial-derivative/3";
    private static final int SLOW_CLIENTS = 260;

    @TestHTTPResource
    URI root;

    @Inject
    EntityManager database;

    private final AtomicInteger house = new AtomicInteger();

    /** Does one harmful thing, and says what came of it. */
    private interface Harm {
        String once(int number) throws Exception;
    }

    /** What visitors saw. @param millis how long their pages took, sorted */
    private record Seen(List<Long> millis, Map<String, Integer> failures) {
        long at(double share) {
            return millis.isEmpty() ? -1 : millis.get((int) Math.min(millis.size() - 1, millis.size() * share));
        }
    }

    @Test
    void visitorsReadAndAnswerWhileOthersMeanHarm() throws Exception {
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        page(client); // made before anybody waits for it
        var table = new ArrayList<String>();
        table.add("| harm | sent | what came of it | pages seen | not seen | median ms | 99 of 100 ms | longest ms |");
        table.add("| --- | --- | --- | --- | --- | --- | --- | --- |");
        var failures = new TreeMap<String, Map<String, Integer>>();
        var longest = new TreeMap<String, Long>();
        var people = people();
        var harms = new LinkedHashMap<String, Harm>();
        harms.put("nothing", number -> {
            Thread.sleep(100);
            return "quiet";
        });
        harms.put("header floods", this::headers);
        harms.put("huge bodies", this::body);
        harms.put("half-sent forms", this::halfForm);
        harms.put(
                "sign-in storm", number -> form(client, number, "/sign-in", "login=n" + number + "&password=a+guess"));
        harms.put("blank guests", number -> form(client, number, PROBLEM, "answer-a="));
        for (var harm : harms.entrySet()) {
            var results = new ConcurrentSkipListMap<String, AtomicLong>();
            var seen = during(client, harm.getValue(), harm.getKey().startsWith("half") ? SLOW_CLIENTS : 24, results);
            table.add("| %s | %d | %s | %d | %s | %d | %d | %d |"
                    .formatted(
                            harm.getKey(),
                            results.values().stream().mapToLong(AtomicLong::get).sum(),
                            results,
                            seen.millis().size(),
                            seen.failures(),
                            seen.at(.5),
                            seen.at(.99),
                            seen.at(1)));
            failures.put(harm.getKey(), seen.failures());
            longest.put(harm.getKey(), seen.at(1));
        }
        var made = people() - people;
        var answers = new ConcurrentSkipListMap<String, AtomicLong>();
        during(client, number -> form(client, number, PROBLEM, "answer-a=x^2"), 24, answers);
        table.add("");
        table.add("Accounts made by all of that: " + made + "; by a flood of answers from one address " + answers + ": "
                + (people() - people - made));
        System.out.println(String.join(System.lineSeparator(), table));

        assertThat(failures.values()).allMatch(Map::isEmpty);
        assertThat(longest.values()).allMatch(millis -> millis < 10_000);
        assertThat(made).isZero();
        assertThat(people() - people).isLessThanOrEqualTo(520); // as many guests as one address may make
    }

    private Seen during(HttpClient client, Harm harm, int many, Map<String, AtomicLong> results) throws Exception {
        var threads = Executors.newCachedThreadPool();
        var end = System.nanoTime() + EACH.toNanos();
        var done = new CountDownLatch(many);
        for (int i = 0; i < many; i++) {
            int first = i;
            threads.execute(() -> {
                for (int n = first; System.nanoTime() < end; n += many) {
                    results.computeIfAbsent(attempt(harm, n), r -> new AtomicLong())
                            .incrementAndGet();
                }
                done.countDown();
            });
        }
        var millis = new ArrayList<Long>();
        var failures = new TreeMap<String, Integer>();
        while (System.nanoTime() < end) {
            var start = System.nanoTime();
            var outcome = attempt(n -> page(client), 0);
            if (outcome.equals("200")) {
                millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
            } else {
                failures.merge(outcome, 1, Integer::sum);
            }
        }
        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        threads.shutdownNow();
        Collections.sort(millis);
        return new Seen(millis, failures);
    }

    private static String attempt(Harm harm, int number) {
        try {
            return harm.once(number);
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }

    private String page(HttpClient client) throws IOException, InterruptedException {
        return String.valueOf(client.send(
                        HttpRequest.newBuilder(root.resolve(PROBLEM))
                                .timeout(Duration.ofSeconds(20))
                                .header("Accept", "text/html")
                                .header("X-Forwarded-For", "203.0.115." + house.incrementAndGet() % 250)
                                .build(),
                        BodyHandlers.ofString())
                .statusCode());
    }

    private String form(HttpClient client, int number, String path, String fields)
            throws IOException, InterruptedException {
        var token = "A".repeat(22);
        return String.valueOf(client.send(
                        HttpRequest.newBuilder(root.resolve(path))
                                .timeout(Duration.ofSeconds(30))
                                .header("Accept", "text/html")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Cookie", "csrf-token=" + token)
                                .header("X-CSRF-TOKEN", token)
                                .header("X-Forwarded-For", "198.18." + number % 250 + ".1, 203.0.116.7")
                                .POST(BodyPublishers.ofString(fields))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode());
    }

    /** More headers than any browser sends, on a connection of its own. */
    private String headers(int number) throws IOException {
        return raw(out -> {
            out.append("GET / HTTP/1.1\r\nHost: localhost\r\n");
            for (int i = 0; i < 400; i++) {
                out.append("X-Flood-")
                        .append(i)
                        .append(": ")
                        .append("a".repeat(200))
                        .append("\r\n");
            }
            return out.append("\r\n");
        });
    }

    /** A form of ten gigabytes is announced, or comes in pieces without an end. */
    private String body(int number) throws IOException {
        return raw(out -> {
            out.append(
                    "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n");
            if (number % 2 == 0) {
                return out.append("Content-Length: 10000000000\r\n\r\nlogin=").append("a".repeat(100_000));
            }
            out.append("Transfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 50; i++) {
                out.append("10000\r\n").append("a".repeat(0x10000)).append("\r\n");
            }
            return out;
        });
    }

    /** A form of which the last bytes never come. */
    private String halfForm(int number) throws IOException {
        try (var socket = connect()) {
            var out = socket.getOutputStream();
            out.write(("POST " + PROBLEM
                            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: 500\r\n\r\nanswer-a=")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return status(socket.getInputStream());
        }
    }

    private interface Request {
        StringBuilder write(StringBuilder out);
    }

    private String raw(Request request) throws IOException {
        try (var socket = connect()) {
            try {
                socket.getOutputStream()
                        .write(request.write(new StringBuilder()).toString().getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return "hung up"; // before all was sent
            }
            return status(socket.getInputStream());
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(root.getHost(), root.getPort()), 5_000);
        socket.setSoTimeout((int) EACH.toMillis());
        return socket;
    }

    private static String status(InputStream in) throws IOException {
        var line = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        return line.isEmpty() ? "hung up" : line.replaceFirst("^HTTP/1.1 ", "");
    }

    private long people() {
        return ((Number) database.createNativeQuery("select count(*) from account")
                        .getSingleResult())
                .longValue();
    }
}
