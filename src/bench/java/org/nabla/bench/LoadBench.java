package org.nabla.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.nabla.packaged.PackagedInstance;

/**
 * How the site bears load: pages of exercises for somebody who is known, by 1 to 256 connections at once, alone and beside a burst of
 * hard checks; then the memory over many requests. It starts what {@code mvn package} made, with a database of its own.
 */
public final class LoadBench {
    private static final int[] CONNECTIONS = {1, 4, 16, 64, 128, 256};
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("nabla.load.warm-up", 15));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("nabla.load.seconds", 5));
    private static final int BURST = 32;
    private static final int REQUESTS = Integer.getInteger("nabla.load.requests", 100_000);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int STEPS = 5;
    private static final List<String> TEMPLATES = List.of(
            "divergence-of-a-field",
            "curl-of-a-field-in-space",
            "gradient-at-a-point",
            "directional-derivative-at-a-point",
            "tangent-plane-to-a-graph");
    private static final int SEEDS = 2;
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(csrf-token|submission)\" value=\"([^\"]*)\">");

    private LoadBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!PackagedInstance.isBuilt()) {
            throw new IllegalStateException("first: mvn -Dmaven.test.skip package");
        }
        var folder = Files.createTempDirectory("nabla-load");
        try (var site = PackagedInstance.start(folder.resolve("log"), settings(folder))) {
            site.awaitReady();
            var pages = new LoadPages(site.address(), paths(site), session(site));
            try (var load = new LoadGenerator()) {
                load.run(pages, 16, WARM_UP);
                System.out.println(
                        "| connections | pages a second | p50 ms | p99 ms | refused | failed | beside a burst: pages a second"
                                + " | p50 ms | p99 ms | refused | failed | hard checks a second |");
                System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
                for (int connections : CONNECTIONS) {
                    var alone = load.run(pages, connections, ROUND);
                    try (var checks = new LoadGenerator()) {
                        var burst = checks.begin(new HardChecks(site.address()), BURST);
                        var beside = load.run(pages, connections, ROUND);
                        burst.stop();
                        System.out.printf(
                                Locale.ROOT,
                                "| %d | %s | %s | %.0f |%n",
                                connections,
                                alone,
                                beside,
                                burst.result().perSecond());
                    }
                }
                memory(site, pages, load);
            }
            site.stop();
        }
    }

    private static void memory(PackagedInstance site, LoadPages pages, LoadGenerator load)
            throws IOException, InterruptedException {
        System.out.println();
        System.out.println("| requests | heap in use, MB | resident, MB |");
        System.out.println("| --- | --- | --- |");
        long begun = System.nanoTime();
        long done = 0;
        System.out.printf(Locale.ROOT, "| 0 | %s |%n", memory(site));
        for (int step = 1; step <= STEPS; step++) {
            var goal = (long) REQUESTS * step / STEPS;
            while (done < goal && System.nanoTime() - begun < LONGEST.toNanos()) {
                done += load.run(pages, 32, Duration.ofSeconds(2)).count();
            }
            System.out.printf(Locale.ROOT, "| %,d | %s |%n", done, memory(site));
        }
    }

    /** After a collection, by the tool of the virtual machine. */
    private static String memory(PackagedInstance site) throws IOException, InterruptedException {
        jcmd(site, "GC.run");
        var heap = Pattern.compile("used (\\d+)K").matcher(jcmd(site, "GC.heap_info"));
        var used = heap.find() ? Long.parseLong(heap.group(1)) / 1024 : -1;
        var resident = Files.readAllLines(Path.of("/proc", String.valueOf(site.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1L);
        return used + " | " + resident;
    }

    private static String jcmd(PackagedInstance site, String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(site.pid()),
                        command)
                .start();
        var text = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return text;
    }

    private static Map<String, String> settings(Path folder) {
        return Map.of(
                "nabla.data", folder.resolve("data").toString(),
                "nabla.prepared.variants", "0",
                // Checks come as if from many addresses.
                "quarkus.http.proxy.proxy-address-forwarding", "true");
    }

    /** Those that can be made: each is asked for once, so that it is there. */
    private static List<String> paths(PackagedInstance site) throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var paths = new ArrayList<String>();
        for (var template : TEMPLATES) {
            for (int seed = 0; seed < SEEDS; seed++) {
                var path = "/practice/" + template + "/" + seed;
                for (int tries = 0; tries < 30 && !paths.contains(path); tries++) {
                    var status = http.send(
                                    HttpRequest.newBuilder(site.address().resolve(path))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    if (status == 200) {
                        paths.add(path);
                    } else if (status == 404) {
                        break;
                    } else {
                        Thread.sleep(1000);
                    }
                }
            }
        }
        if (paths.isEmpty()) {
            throw new IllegalStateException("no exercise can be made");
        }
        return paths;
    }

    /** The cookies of somebody who has sent an answer, and is known by it. */
    private static String session(PackagedInstance site) throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var path = site.address().resolve("/practice/" + TEMPLATES.get(0) + "/0");
        var page = http.send(HttpRequest.newBuilder(path).build(), HttpResponse.BodyHandlers.ofString());
        var form = new StringBuilder("shown=");
        var hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            form.append('&').append(hidden.group(1)).append('=').append(hidden.group(2));
        }
        var token = cookies(page);
        var field = Pattern.compile("name=\"(answer-[a-z0-9-]+)\"").matcher(page.body());
        if (field.find()) {
            form.append('&').append(field.group(1)).append("=x");
        }
        var sent = http.send(
                HttpRequest.newBuilder(path)
                        .header("Cookie", token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var session = cookies(sent);
        if (!session.contains("session=")) {
            throw new IllegalStateException("nobody is known after an answer: " + sent.statusCode());
        }
        return token + "; " + session;
    }

    private static String cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .reduce((all, cookie) -> all + "; " + cookie)
                .orElse("");
    }

    /** Requests, one after another. */
    interface LoadSource {
        URI site();

        LoadGenerator.Asked next(long number);
    }

    /** Pages in turn. */
    record LoadPages(URI site, List<String> paths, String cookies) implements LoadSource {
        @Override
        public LoadGenerator.Asked next(long number) {
            return new LoadGenerator.Asked(
                    "GET", paths.get((int) (number % paths.size())), Map.of("Cookie", cookies), "");
        }
    }

    /** Checks that refute nothing and that algebra cannot settle soon, each another one, from two addresses. */
    record HardChecks(URI site) implements LoadSource {
        @Override
        public LoadGenerator.Asked next(long number) {
            var sum = "1/(x^12+%d*y^7*z+1)+1/(y^13+x*z^5+%d)+1/(z^11+x^3*y^2+3)".formatted(number + 2, number + 3);
            var body = """
                    {"answer": {"kind": "expression", "value": "%s", "variables": {"x": "positive", "y": "positive", "z": "positive"}},
                     "response": "(%s)*(sin(x)^2+cos(x)^2)"}""".formatted(sum, sum);
            return new LoadGenerator.Asked(
                    "POST",
                    "/api/v1/check",
                    Map.of(
                            "Content-Type",
                            "application/json",
                            "X-Forwarded-For",
                            "198.51.100." + (number / 100 % 250 + 1)),
                    body);
        }
    }
}
