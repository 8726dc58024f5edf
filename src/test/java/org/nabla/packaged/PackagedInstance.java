package org.nabla.packaged;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One instance of what {@code mvn package} made, on two free ports of this machine. */
public final class PackagedInstance implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final List<String> command;
    private final Path log;
    private final int port;
    private final int management;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    private PackagedInstance(Path log, List<String> options, Map<String, String> settings) throws IOException {
        this.log = log;
        this.port = freePort();
        this.management = freePort();
        var all = new TreeMap<>(settings);
        all.put("quarkus.http.host", "127.0.0.1");
        all.put("quarkus.http.port", String.valueOf(port));
        all.put("quarkus.management.port", String.valueOf(management));
        this.command = java(options, all);
        this.process = launch();
    }

    /** The command that starts one, to which arguments may be added. @param options of the virtual machine */
    static List<String> java(List<String> options, Map<String, String> settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(options);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-jar");
        command.add(JAR.toString());
        return command;
    }

    /** Whether there is one to start. */
    public static boolean isBuilt() {
        return Files.exists(JAR);
    }

    /** Started; {@link #awaitReady} waits for it. @param log where it writes, whatever was there before it */
    public static PackagedInstance start(Path log, Map<String, String> settings) throws IOException {
        return start(log, List.of(), settings);
    }

    /** The same with options of the virtual machine. */
    static PackagedInstance start(Path log, List<String> options, Map<String, String> settings) throws IOException {
        return new PackagedInstance(log, options, settings);
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    public int management() {
        return management;
    }

    public long pid() {
        return process.pid();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public void awaitReady() throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the instance does not become ready:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://127.0.0.1:" + management + "/q/health/ready"))
                                            .timeout(Duration.ofSeconds(10))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Returns when so many more requests have come to it: a proxy that holds it to be away sends none. */
    public void awaitAsked(int count) throws IOException, InterruptedException {
        var goal = asked() + count;
        while (asked() < goal) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the instance has ended:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** By its own count, without those of its health. */
    private long asked() throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/q/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("http_server_requests_seconds_count") && !line.contains("uri=\"/q/"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Tells it to end and waits until it has. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the instance does not end");
        }
    }

    /** Ends it at once, as the machine would at its end. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Another process at the same ports. */
    public void startAgain() throws IOException {
        process = launch();
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
